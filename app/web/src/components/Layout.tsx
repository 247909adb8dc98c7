import {
  AppBar, BottomNavigation, BottomNavigationAction, Box, Button, IconButton, InputBase, List, ListItemButton, ListItemIcon,
  ListItemText, Menu, MenuItem, Paper, Stack, Toolbar, Tooltip, Typography, useColorScheme, useMediaQuery, useTheme,
} from "@mui/material";
import { BookOpen, Braces, CalendarClock, Download, Ellipsis, Eye, Handshake, History, type LucideIcon, Moon, Scale, ScanSearch, ScrollText, Search, Send, Star, Sun, User, Users, Wrench } from "lucide-react";
import { type SyntheticEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Link, useLocation, useNavigate } from "react-router";

import { post } from "../api/client";
import type { Profile } from "../api/types";
import logo from "../logo.svg";
import { Bell } from "./Bell";
import { LiveIndicator } from "./LiveIndicator";

interface Place { to: string; label: string; icon: LucideIcon; also?: string }

const PLACES: readonly Place[] = [
  { to: "/candidates", label: "Scan", icon: ScanSearch },
  { to: "/sources", label: "Sources", icon: Star, also: "/source/" },
  { to: "/followup", label: "Follow-up", icon: Send },
  { to: "/policies", label: "Policies", icon: BookOpen },
  { to: "/releases", label: "Releases", icon: CalendarClock },
  { to: "/visibility", label: "Visibility", icon: Eye },
  { to: "/publications", label: "Publications", icon: ScrollText },
  { to: "/owed", label: "Owed", icon: Handshake },
  { to: "/takings", label: "Takings", icon: Download },
  { to: "/conduct", label: "Conduct", icon: Scale },
  { to: "/groups", label: "Groups", icon: Users },
  { to: "/history", label: "History", icon: History },
  { to: "/ops", label: "Operations", icon: Wrench },
  { to: "/api-browser", label: "API", icon: Braces },
];
const ON_PHONE = 3;
const NAV_WIDTH = 184;

function isHere(place: Place, pathname: string): boolean {
  return pathname === place.to || pathname.startsWith(`${place.to}/`) || (place.also !== undefined && pathname.startsWith(place.also));
}

export function Layout({ profile, children }: { profile: Profile; children: ReactNode }) {
  const wide = useMediaQuery(useTheme().breakpoints.up("md"));
  return (
    <Box sx={{ minHeight: "100dvh", display: "flex", flexDirection: "column" }}>
      <TopBar profile={profile} wide={wide} />
      <Box sx={{ display: "flex", flex: 1, minWidth: 0 }}>
        {wide && <SideNavigation />}
        <Box component="main" sx={{ flex: 1, minWidth: 0, p: { xs: 1.5, md: 2.5 }, pb: { xs: 10, md: 3 } }}>{children}</Box>
      </Box>
      {!wide && <PhoneNavigation />}
    </Box>
  );
}

function TopBar({ profile, wide }: { profile: Profile; wide: boolean }) {
  return (
    <AppBar position="sticky" color="inherit" elevation={0} sx={{ borderBottom: 1, borderColor: "divider", bgcolor: "background.paper" }}>
      <Toolbar variant="dense" sx={{ gap: { xs: 0.75, md: 2 }, minHeight: 52, px: { xs: 1.5, md: 2 } }}>
        <Stack component={Link} to="/candidates" direction="row" sx={{ gap: 1, alignItems: "center", color: "inherit", textDecoration: "none", width: wide ? NAV_WIDTH - 32 : "auto" }}>
          <img src={logo} alt="" width={26} height={26} />
          {wide && <Typography component="span" sx={{ fontWeight: 750, fontSize: "1.05rem", letterSpacing: "-0.02em" }}>Skyrelay</Typography>}
        </Stack>
        <SearchField />
        <Box sx={{ flex: 1 }} />
        <LiveIndicator compact={!wide} />
        <Bell />
        <SchemeButton />
        <UserMenu profile={profile} />
      </Toolbar>
    </AppBar>
  );
}

/** Go to an object by its id; the slash key leads here. */
function SearchField() {
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement | null;
      if (event.key !== "/" || target?.closest("input, textarea, select, [contenteditable], [role=dialog]")) return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  const go = (event: SyntheticEvent): void => {
    event.preventDefault();
    const id = text.trim();
    if (!id) return;
    setText("");
    input.current?.blur();
    void navigate(`/source/${encodeURIComponent(id)}`);
  };
  return (
    <Box component="form" role="search" onSubmit={go} sx={{ display: "flex", alignItems: "center", gap: 1, px: 1.25, py: 0.25, borderRadius: 2, bgcolor: "action.hover", minWidth: 0, width: { xs: 190, md: 300 } }}>
      <Search size={15} aria-hidden="true" style={{ flexShrink: 0, opacity: 0.6 }} />
      <InputBase
        inputRef={input} value={text} onChange={(event) => setText(event.target.value)} placeholder="Go to object   /"
        inputProps={{ "aria-label": "Go to an object by its id", "data-testid": "search-input" }} sx={{ fontSize: "0.87rem", flex: 1 }}
      />
    </Box>
  );
}

function SchemeButton() {
  const { mode, systemMode, setMode } = useColorScheme();
  const dark = (mode === "system" ? systemMode : mode) === "dark";
  return (
    <Tooltip title={dark ? "Light colours" : "Dark colours"}>
      <IconButton size="small" onClick={() => setMode(dark ? "light" : "dark")} aria-label={dark ? "Switch to light colours" : "Switch to dark colours"} data-testid="scheme-toggle">
        {dark ? <Sun size={18} /> : <Moon size={18} />}
      </IconButton>
    </Tooltip>
  );
}

function UserMenu({ profile }: { profile: Profile }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const navigate = useNavigate();
  const logOut = async (): Promise<void> => {
    await post("/api/logout").catch(() => undefined);
    window.location.assign("/login");
  };
  return (
    <>
      <Button
        size="small" color="inherit" onClick={(event) => setAnchor(event.currentTarget)} startIcon={<User size={16} />} data-testid="user-menu"
        aria-haspopup="menu" sx={{ minWidth: 0, "& .MuiButton-startIcon": { mr: { xs: 0, sm: 1 }, ml: 0 } }}
      >
        <Box component="span" sx={{ display: { xs: "none", sm: "inline" } }}>{profile.username}</Box>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem disabled sx={{ display: { sm: "none" } }}>{profile.username}</MenuItem>
        <MenuItem onClick={() => { setAnchor(null); void navigate("/profile"); }}>Profile and tokens</MenuItem>
        <MenuItem onClick={() => void logOut()} data-testid="logout">Log out</MenuItem>
      </Menu>
    </>
  );
}

function SideNavigation() {
  const { pathname } = useLocation();
  return (
    <Box component="nav" aria-label="Pages" sx={{ width: NAV_WIDTH, flexShrink: 0, borderRight: 1, borderColor: "divider", bgcolor: "background.paper", position: "sticky", top: 53, height: "calc(100dvh - 53px)" }}>
      <List dense sx={{ px: 1, py: 1.5 }}>
        {PLACES.map((place) => (
          <ListItemButton
            key={place.to} component={Link} to={place.to} selected={isHere(place, pathname)} aria-current={isHere(place, pathname) ? "page" : undefined}
            data-testid={`nav${place.to.replace("/", "-")}`} sx={{ borderRadius: 2, mb: 0.25, py: 0.75 }}
          >
            <ListItemIcon sx={{ minWidth: 32, color: "inherit" }}><place.icon size={18} aria-hidden="true" /></ListItemIcon>
            <ListItemText primary={place.label} slotProps={{ primary: { sx: { fontWeight: isHere(place, pathname) ? 650 : 500, fontSize: "0.9rem" } } }} />
          </ListItemButton>
        ))}
      </List>
    </Box>
  );
}

function PhoneNavigation() {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const index = PLACES.findIndex((place) => isHere(place, pathname));
  return (
    <Paper component="nav" aria-label="Pages" square elevation={8} sx={{ position: "fixed", bottom: 0, left: 0, right: 0, zIndex: 1100, pb: "env(safe-area-inset-bottom)" }}>
      <BottomNavigation showLabels value={index < ON_PHONE ? index : ON_PHONE} sx={{ bgcolor: "background.paper" }}>
        {PLACES.slice(0, ON_PHONE).map((place) => (
          <BottomNavigationAction key={place.to} label={place.label} icon={<place.icon size={20} />} onClick={() => void navigate(place.to)} />
        ))}
        <BottomNavigationAction label="More" icon={<Ellipsis size={20} />} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)} />
      </BottomNavigation>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} anchorOrigin={{ vertical: "top", horizontal: "right" }} transformOrigin={{ vertical: "bottom", horizontal: "right" }}>
        {PLACES.slice(ON_PHONE).map((place) => (
          <MenuItem key={place.to} selected={isHere(place, pathname)} onClick={() => { setAnchor(null); void navigate(place.to); }} sx={{ gap: 1.5 }}>
            <place.icon size={17} aria-hidden="true" /> {place.label}
          </MenuItem>
        ))}
      </Menu>
    </Paper>
  );
}
