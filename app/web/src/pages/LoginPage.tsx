import { Alert, Button, Card, Stack, TextField, Typography } from "@mui/material";
import { useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import { useLocation, useNavigate } from "react-router";

import { post } from "../api/client";
import { type Begun, answerByPasskey } from "../api/passkeys";
import { ErrorNote } from "../components/ErrorNote";
import { FrontDoor } from "../components/FrontDoor";
import { OtherWays, useWays } from "../components/OtherWays";

/** Only addresses of this site may be returned to after logging in. */
function returnTo(state: unknown): string {
  const from = (state as { from?: unknown } | null)?.from;
  return typeof from === "string" && from.startsWith("/") && !from.startsWith("//") ? from : "/candidates";
}

export function LoginPage() {
  const navigate = useNavigate();
  const location = useLocation();
  const queries = useQueryClient();
  const ways = useWays().data;
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await work();
      queries.clear();
      await navigate(returnTo(location.state), { replace: true });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void attempt(() => post("/api/login", { username, password }));
  };
  const byPasskey = (): void => {
    void attempt(async () => post("/api/login/passkey", await answerByPasskey(await post<Begun>("/api/login/passkey/options"))));
  };

  return (
    <FrontDoor>
      <LinkHint search={location.search} />
      <Card sx={{ p: 3 }}>
        <Stack sx={{ gap: 2 }}>
          {ways?.passwords !== false && (
            <Stack component="form" sx={{ gap: 2 }} onSubmit={submit} data-testid="login-form">
              <TextField label="User name" autoFocus required autoComplete="username" value={username} onChange={(event) => setUsername(event.target.value)} slotProps={{ htmlInput: { "data-testid": "login-username", autoCapitalize: "none" } }} />
              <TextField label="Password" type="password" required autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} slotProps={{ htmlInput: { "data-testid": "login-password" } }} />
              <Button type="submit" variant="contained" size="large" disabled={busy} data-testid="login-submit">
                {busy ? "Logging in…" : "Log in"}
              </Button>
            </Stack>
          )}
          {error !== null && <ErrorNote error={error} />}
          {ways && <OtherWays ways={ways} busy={busy} passkeyLabel="Use a passkey" onPasskey={byPasskey} />}
        </Stack>
      </Card>
      <Typography sx={{ color: "text.secondary", mt: 2, fontSize: "0.85rem" }}>
        Were you given a one-time link? Open it in this browser: it logs you in without a password. It works once; ask whoever runs
        this portal for a new one, or see what <code>skyrelay run</code> printed when it started.
      </Typography>
    </FrontDoor>
  );
}

const FAILED: Record<string, string> = {
  stranger: "Nobody here is known by that account. Ask for an invitation, and open its link first.",
  login_not_begun: "That log-in was not begun in this browser, or took too long. Try again.",
  provider_refused: "The provider did not let you in. Try again, or log in another way.",
  unavailable: "The provider does not answer. Try again in a moment, or log in another way.",
  forbidden: "That account has ended here. Ask an administrator to renew it.",
  not_found: "That invitation was used already, was taken back, or is too old. Ask for a new one.",
};

/** Why a one-time link or a provider did not log anybody in. */
function LinkHint({ search }: { search: string }) {
  const query = new URLSearchParams(search);
  const failed = query.get("failed");
  const link = query.has("used") ? "That one-time link has been used already, or is not known here." : query.has("expired") ? "That one-time link has expired, or its account has." : null;
  if (failed === null && link === null) return null;
  const sentence = failed === null ? `${link} Ask for a new one, or log in another way.` : (FAILED[failed] ?? "You could not be logged in that way. Try again.");
  return <Alert severity="warning" variant="outlined" sx={{ mb: 2 }} data-testid="login-link-hint">{sentence}</Alert>;
}
