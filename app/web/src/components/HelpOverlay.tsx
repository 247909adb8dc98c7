import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from "@mui/material";

import { SCAN_KEYS } from "../lib/scan";

const KEY_NAME: Record<string, string> = { ArrowRight: "→", ArrowLeft: "←" };

export function Key({ children }: { children: string }) {
  return (
    <Box component="kbd" sx={{ fontFamily: "inherit", fontSize: "0.76rem", fontWeight: 600, px: 0.75, py: 0.1, borderRadius: 0.75, border: 1, borderBottomWidth: 2, borderColor: "divider", bgcolor: "background.default", minWidth: 20, display: "inline-block", textAlign: "center" }}>
      {KEY_NAME[children] ?? children}
    </Box>
  );
}

export function HelpOverlay({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="help-title" data-testid="help-overlay">
      <DialogTitle id="help-title">Scanning by keyboard</DialogTitle>
      <DialogContent>
        <Box component="dl" sx={{ display: "grid", gridTemplateColumns: "auto 1fr", columnGap: 2, rowGap: 1, m: 0, alignItems: "center" }}>
          {[...SCAN_KEYS, { keys: ["/"], action: "search", label: "Go to an object by its id" }].map((entry) => (
            <Box key={entry.action} sx={{ display: "contents" }}>
              <Box component="dt" sx={{ display: "flex", gap: 0.5 }}>{entry.keys.map((key) => <Key key={key}>{key}</Key>)}</Box>
              <Box component="dd" sx={{ m: 0 }}>{entry.label}</Box>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions><Button onClick={onClose} autoFocus>Close</Button></DialogActions>
    </Dialog>
  );
}
