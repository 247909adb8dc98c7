/** Colours and shapes. Both schemes come from one theme; text contrast is at least 4.5:1 in each. */
import { createTheme } from "@mui/material/styles";

export const theme = createTheme({
  cssVariables: { colorSchemeSelector: "data" },
  colorSchemes: {
    light: {
      palette: {
        primary: { main: "#3150c9" },
        secondary: { main: "#8a5a00" },
        success: { main: "#00734f" },
        warning: { main: "#a34a00" },
        error: { main: "#b3261e" },
        info: { main: "#00619b" },
        background: { default: "#f4f5fa", paper: "#ffffff" },
        text: { primary: "#161b2e", secondary: "#525b76" },
        divider: "#e0e3ee",
      },
    },
    dark: {
      palette: {
        primary: { main: "#9db2ff" },
        secondary: { main: "#ffd27a" },
        success: { main: "#4fd3a5" },
        warning: { main: "#ffab6b" },
        error: { main: "#ff8f87" },
        info: { main: "#7cc7f5" },
        background: { default: "#0b1020", paper: "#131a2e" },
        text: { primary: "#e8ebf7", secondary: "#a3adca" },
        divider: "#262f4a",
      },
    },
  },
  shape: { borderRadius: 8 },
  typography: {
    fontFamily: '"Inter Variable", system-ui, sans-serif',
    fontSize: 13.5,
    body1: { fontSize: "0.93rem" },
    h1: { fontSize: "1.5rem", fontWeight: 700, letterSpacing: "-0.015em" },
    h2: { fontSize: "1.05rem", fontWeight: 650, letterSpacing: "-0.01em" },
    h3: { fontSize: "0.92rem", fontWeight: 650 },
    button: { textTransform: "none", fontWeight: 600 },
    overline: { letterSpacing: "0.06em", fontWeight: 600, lineHeight: 1.6, fontSize: "0.68rem" },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        body: { fontVariantNumeric: "tabular-nums" },
        ":focus-visible": { outline: "2px solid var(--mui-palette-primary-main)", outlineOffset: 2 },
        "@media (prefers-reduced-motion: reduce)": { "*": { animationDuration: "0.01ms !important", transitionDuration: "0.01ms !important" } },
      },
    },
    MuiSelect: { styleOverrides: { select: { fontSize: "0.9rem" } } },
    MuiFormControlLabel: { styleOverrides: { label: { fontSize: "0.9rem" } } },
    MuiPaper: { styleOverrides: { root: { backgroundImage: "none" } } },
    MuiCard: { defaultProps: { variant: "outlined" } },
    MuiButtonBase: { styleOverrides: { root: { fontFamily: "inherit" } } },
    MuiButton: { defaultProps: { disableElevation: true } },
    MuiChip: { defaultProps: { size: "small" }, styleOverrides: { root: { fontWeight: 550, borderRadius: 7 } } },
    MuiTooltip: { defaultProps: { arrow: true, enterTouchDelay: 300 }, styleOverrides: { tooltip: { fontSize: "0.78rem", maxWidth: 360 } } },
    MuiTextField: { defaultProps: { size: "small" } },
    MuiTableCell: { styleOverrides: { head: { fontWeight: 600, fontSize: "0.76rem" } } },
  },
});
