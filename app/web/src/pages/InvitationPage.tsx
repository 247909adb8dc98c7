/** Where an invitation's link leads: what it is to, and how to accept it. */
import { Button, Card, Stack, TextField, Typography } from "@mui/material";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import { useNavigate, useParams } from "react-router";

import { get, post } from "../api/client";
import { type Begun, makePasskey } from "../api/passkeys";
import { ErrorNote } from "../components/ErrorNote";
import { FrontDoor } from "../components/FrontDoor";
import { OtherWays, useWays } from "../components/OtherWays";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";

interface Opened { user_email: string; role: string; invited_by: string; groups: string[]; expires_at: string; user_expiration_date: string | null }

export function InvitationPage() {
  const { code = "" } = useParams();
  const address = `/api/invitation/${encodeURIComponent(code)}`;
  const opened = useQuery({ queryKey: ["invitation", code], queryFn: ({ signal }) => get<Opened>(address, undefined, signal), retry: false });
  return (
    <FrontDoor>
      <Card sx={{ p: 3 }} data-testid="invitation">
        {opened.isPending && <LinesSkeleton lines={3} />}
        {opened.isError && <ErrorNote error={opened.error} />}
        {opened.data && <Accept opened={opened.data} address={address} code={code} />}
      </Card>
    </FrontDoor>
  );
}

function Accept({ opened, address, code }: { opened: Opened; address: string; code: string }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const ways = useWays().data;
  const [username, setUsername] = useState(opened.user_email.split("@")[0] ?? "");
  const [first, setFirst] = useState("");
  const [last, setLast] = useState("");
  const [password, setPassword] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const attempt = async (how: () => Promise<object>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await post(address, { username, first_name: first || null, last_name: last || null, ...(await how()) });
      queries.clear();
      await navigate("/candidates", { replace: true });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void attempt(() => Promise.resolve({ password }));
  };
  return (
    <Stack sx={{ gap: 2 }}>
      <Typography>
        <strong>{opened.invited_by}</strong> invites you{opened.groups.length > 0 && <> to work in <strong>{opened.groups.join(", ")}</strong></>}. Choose who you want to be here.
      </Typography>
      <Typography sx={{ color: "text.secondary", fontSize: "0.85rem" }}>
        For {opened.user_email}, as “{opened.role}”. It can be accepted until <TimeText value={opened.expires_at} />.
        {opened.user_expiration_date && <> The account ends <TimeText value={opened.user_expiration_date} />.</>}
      </Typography>
      <Stack component="form" sx={{ gap: 2 }} onSubmit={submit} data-testid="invitation-form">
        <TextField label="User name" required autoComplete="username" value={username} onChange={(event) => setUsername(event.target.value)} slotProps={{ htmlInput: { "data-testid": "invitation-username", autoCapitalize: "none" } }} />
        <Stack direction="row" sx={{ gap: 1 }}>
          <TextField label="First name" autoComplete="given-name" value={first} onChange={(event) => setFirst(event.target.value)} />
          <TextField label="Last name" autoComplete="family-name" value={last} onChange={(event) => setLast(event.target.value)} />
        </Stack>
        {ways?.passwords !== false && (
          <>
            <TextField label="Password" type="password" autoComplete="new-password" helperText="10 characters or more" required value={password} onChange={(event) => setPassword(event.target.value)} slotProps={{ htmlInput: { "data-testid": "invitation-password", minLength: 10 } }} />
            <Button type="submit" variant="contained" size="large" disabled={busy || !username} data-testid="invitation-submit">Make my account</Button>
          </>
        )}
      </Stack>
      {error !== null && <ErrorNote error={error} />}
      {ways && (
        <OtherWays
          ways={ways} busy={busy || !username} passkeyLabel="Make a passkey instead" search={`?invitation=${encodeURIComponent(code)}`}
          onPasskey={() => void attempt(async () => makePasskey(await post<Begun>(`${address}/passkey`, { username })))}
        />
      )}
    </Stack>
  );
}
