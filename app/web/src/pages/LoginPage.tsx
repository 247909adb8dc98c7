import { Alert, Box, Button, Card, Stack, TextField, Typography } from "@mui/material";
import { useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import { useLocation, useNavigate } from "react-router";

import { post } from "../api/client";
import { ErrorNote } from "../components/ErrorNote";
import logo from "../logo.svg";

/** Only addresses of this site may be returned to after logging in. */
function returnTo(state: unknown): string {
  const from = (state as { from?: unknown } | null)?.from;
  return typeof from === "string" && from.startsWith("/") && !from.startsWith("//") ? from : "/candidates";
}

export function LoginPage() {
  const navigate = useNavigate();
  const location = useLocation();
  const queries = useQueryClient();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await post("/api/login", { username, password });
      queries.clear();
      await navigate(returnTo(location.state), { replace: true });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Box sx={{ minHeight: "100dvh", display: "grid", placeItems: "center", p: 2 }}>
      <Box sx={{ width: "100%", maxWidth: 400 }}>
        <Stack direction="row" sx={{ gap: 1.5, alignItems: "center", mb: 2 }}>
          <img src={logo} alt="" width={40} height={40} />
          <Box>
            <Typography variant="h1">Skyrelay</Typography>
            <Typography sx={{ color: "text.secondary" }}>Follow-up coordination for time-domain astronomy</Typography>
          </Box>
        </Stack>
        <LinkHint search={location.search} />
        <Card sx={{ p: 3 }}>
          <Stack component="form" sx={{ gap: 2 }} onSubmit={(event) => void submit(event)} data-testid="login-form">
            <TextField label="User name" autoFocus required autoComplete="username" value={username} onChange={(event) => setUsername(event.target.value)} slotProps={{ htmlInput: { "data-testid": "login-username", autoCapitalize: "none" } }} />
            <TextField label="Password" type="password" required autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} slotProps={{ htmlInput: { "data-testid": "login-password" } }} />
            {error !== null && <ErrorNote error={error} />}
            <Button type="submit" variant="contained" size="large" disabled={busy} data-testid="login-submit">
              {busy ? "Logging in…" : "Log in"}
            </Button>
          </Stack>
        </Card>
        <Typography sx={{ color: "text.secondary", mt: 2, fontSize: "0.85rem" }}>
          Were you given a one-time link? Open it in this browser: it logs you in without a password. It works once; ask whoever runs
          this portal for a new one, or see what <code>skyrelay run</code> printed when it started.
        </Typography>
      </Box>
    </Box>
  );
}

/** Why a one-time link did not log anybody in. */
function LinkHint({ search }: { search: string }) {
  const query = new URLSearchParams(search);
  if (!query.has("used") && !query.has("expired")) return null;
  return (
    <Alert severity="warning" variant="outlined" sx={{ mb: 2 }} data-testid="login-link-hint">
      {query.has("used") ? "That one-time link has been used already, or is not known here." : "That one-time link has expired, or its account has."} Ask for a new one, or log in with your password.
    </Alert>
  );
}
