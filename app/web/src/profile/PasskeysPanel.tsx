/** My passkeys, made and removed here; and my password. */
import { Button, IconButton, Stack, TextField, Tooltip, Typography } from "@mui/material";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Fingerprint, Trash2 } from "lucide-react";
import { type SyntheticEvent, useState } from "react";

import { call, get, post, remove } from "../api/client";
import { type Begun, makePasskey, passkeysWork } from "../api/passkeys";
import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { useWays } from "../components/OtherWays";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";
import { Entry } from "./Entry";

const PASSKEYS = "/api/internal/passkeys";
interface Passkey { id: number; name: string; created_at: string; last_used_at: string | null }

export function PasskeysPanel() {
  const queries = useQueryClient();
  const ways = useWays().data;
  const passkeys = useQuery({ queryKey: ["passkeys"], queryFn: ({ signal }) => get<Passkey[]>(PASSKEYS, undefined, signal) });
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ["passkeys"] });
  const [name, setName] = useState("");
  const make = useMutation({
    mutationFn: async () => post(PASSKEYS, { ...(await makePasskey(await post<Begun>(`${PASSKEYS}/options`))), name: name.trim() }),
    onSuccess: () => { setName(""); return refresh(); },
  });
  const destroy = useMutation({ mutationFn: (id: number) => remove(`${PASSKEYS}/${id}`), onSuccess: refresh });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  if (ways?.passkeys === false) return null;
  const here = ways !== undefined && passkeysWork() && window.location.origin === ways.passkeys_at;
  return (
    <Panel title="Passkeys" testId="passkeys-panel">
      <Typography sx={{ color: "text.secondary", mb: 1.5 }}>Log in with this device&apos;s fingerprint, face or PIN, or with a security key. Nothing that could be stolen is kept here.</Typography>
      {here ? (
        <Stack component="form" onSubmit={submit} direction="row" sx={{ gap: 1 }} data-testid="passkey-form">
          <TextField label="Name" required value={name} placeholder="this laptop" onChange={(event) => setName(event.target.value)} slotProps={{ htmlInput: { "data-testid": "passkey-name", maxLength: 100 } }} />
          <Button type="submit" variant="contained" disabled={!name.trim() || make.isPending} data-testid="passkey-submit" sx={{ height: 38 }}>Make a passkey</Button>
        </Stack>
      ) : ways && <Typography sx={{ fontSize: "0.88rem" }}>Browsers make passkeys at <a href={`${ways.passkeys_at}/profile`}>{ways.passkeys_at}</a>, not at this address.</Typography>}
      {make.isError && <ErrorNote error={make.error} />}
      {destroy.isError && <ErrorNote error={destroy.error} />}
      {passkeys.isPending && <LinesSkeleton lines={1} />}
      {passkeys.isError && <ErrorNote error={passkeys.error} onRetry={() => void passkeys.refetch()} />}
      {passkeys.data?.length === 0 && <Empty dense icon={Fingerprint} title="No passkey yet">Name one after the device that keeps it.</Empty>}
      <Stack sx={{ mt: 1.5 }} data-testid="passkeys" data-count={passkeys.data?.length ?? 0}>
        {passkeys.data?.map((passkey) => (
          <Entry key={passkey.id} title={passkey.name} aside={
            <Tooltip title="Remove: it logs nobody in any more"><IconButton size="small" color="error" aria-label={`Remove the passkey ${passkey.name}`} onClick={() => destroy.mutate(passkey.id)} disabled={destroy.isPending} data-testid="passkey-delete"><Trash2 size={17} /></IconButton></Tooltip>
          }>
            made <TimeText value={passkey.created_at} relative />{passkey.last_used_at ? <> · used <TimeText value={passkey.last_used_at} relative /></> : " · never used"}
          </Entry>
        ))}
      </Stack>
    </Panel>
  );
}

export function PasswordPanel() {
  const ways = useWays().data;
  const queries = useQueryClient();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const change = useMutation({
    mutationFn: () => call("/api/internal/password", { method: "PUT", body: { current: current || null, new: next } }),
    onSuccess: () => { setCurrent(""); setNext(""); return queries.invalidateQueries({ queryKey: ["sessions"] }); },
  });
  if (ways?.passwords === false) return null;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <Panel title="Password" testId="password-panel">
      <Stack component="form" onSubmit={submit} direction={{ xs: "column", sm: "row" }} sx={{ gap: 1, alignItems: { sm: "flex-start" } }}>
        <TextField label="Current" type="password" autoComplete="current-password" helperText="Empty if you have none" value={current} onChange={(event) => setCurrent(event.target.value)} slotProps={{ htmlInput: { "data-testid": "password-current" } }} />
        <TextField label="New" type="password" required autoComplete="new-password" helperText="10 characters or more; other browsers are logged out" value={next} onChange={(event) => setNext(event.target.value)} slotProps={{ htmlInput: { "data-testid": "password-new", minLength: 10 } }} />
        <Button type="submit" variant="contained" disabled={!next || change.isPending} data-testid="password-submit" sx={{ height: 38 }}>Change it</Button>
      </Stack>
      {change.isError && <ErrorNote error={change.error} />}
      {change.isSuccess && <Typography sx={{ mt: 1 }} data-testid="password-changed">Your password is changed.</Typography>}
    </Panel>
  );
}
