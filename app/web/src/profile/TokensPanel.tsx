/** Tokens for scripts: made here, shown once, deleted here. */
import { Alert, Autocomplete, Box, Button, Chip, IconButton, Stack, TextField, Tooltip, Typography } from "@mui/material";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound, Trash2 } from "lucide-react";
import { type SyntheticEvent, useState } from "react";

import { get, post, remove } from "../api/client";
import type { ApiToken } from "../api/types";
import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";

const TOKENS = "/api/internal/tokens";

export function TokensPanel({ acls }: { acls: readonly string[] }) {
  const queries = useQueryClient();
  const tokens = useQuery({ queryKey: ["tokens"], queryFn: ({ signal }) => get<ApiToken[]>(TOKENS, undefined, signal) });
  const [secret, setSecret] = useState<string | null>(null);
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ["tokens"] });
  const destroy = useMutation({ mutationFn: (id: string) => remove(`${TOKENS}/${encodeURIComponent(id)}`), onSuccess: refresh });
  return (
    <Panel title="Tokens" testId="tokens-panel">
      <Typography sx={{ color: "text.secondary", mb: 1.5 }}>A script sends one as <code>Authorization: token …</code>. It can do no more than you can, and only what you allow it.</Typography>
      <NewToken acls={acls} onMade={(made) => { setSecret(made); void refresh(); }} />
      {secret && <Secret secret={secret} onClose={() => setSecret(null)} />}
      {tokens.isPending && <LinesSkeleton lines={2} />}
      {tokens.isError && <ErrorNote error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {destroy.isError && <ErrorNote error={destroy.error} />}
      {tokens.data?.length === 0 && <Empty dense icon={KeyRound} title="No token yet">Name one after the script that will use it, so that you know later which to delete.</Empty>}
      <Stack sx={{ mt: 1.5 }} data-testid="tokens" data-count={tokens.data?.length ?? 0}>
        {tokens.data?.map((token) => (
          <Stack key={token.id} direction="row" sx={{ gap: 1, alignItems: "center", py: 0.75, borderTop: 1, borderColor: "divider" }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography sx={{ fontWeight: 600, overflowWrap: "anywhere" }}>{token.name ?? token.id}</Typography>
              <Typography component="div" sx={{ fontSize: "0.78rem", color: "text.secondary" }}>made <TimeText value={token.created_at} relative />{token.acls.length > 0 && ` · ${token.acls.map((acl) => acl.id ?? "").join(", ")}`}</Typography>
            </Box>
            <Tooltip title="Delete: whatever uses it stops working at once">
              <IconButton size="small" color="error" aria-label={`Delete the token ${token.name ?? token.id}`} onClick={() => destroy.mutate(token.id)} disabled={destroy.isPending} data-testid="token-delete"><Trash2 size={17} /></IconButton>
            </Tooltip>
          </Stack>
        ))}
      </Stack>
    </Panel>
  );
}

function NewToken({ acls, onMade }: { acls: readonly string[]; onMade: (secret: string) => void }) {
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const make = useMutation({
    mutationFn: () => post<{ token_id: string }>(TOKENS, { name: name.trim(), acls: chosen }),
    onSuccess: (made) => { setName(""); onMade(made.token_id); },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 1 }} data-testid="token-form">
      <Stack direction={{ xs: "column", sm: "row" }} sx={{ gap: 1, alignItems: { sm: "flex-start" } }}>
        <TextField label="Name" required value={name} onChange={(event) => setName(event.target.value)} slotProps={{ htmlInput: { "data-testid": "token-name" } }} sx={{ minWidth: 180 }} />
        <Autocomplete
          multiple size="small" options={acls} value={chosen} onChange={(_event, value) => setChosen(value)} sx={{ flex: 1, minWidth: 220 }} disableCloseOnSelect
          renderValue={(value, itemProps) => value.map((acl, index) => { const { key, ...props } = itemProps({ index }); return <Chip key={key} label={acl} {...props} />; })}
          renderInput={(params) => <TextField {...params} label="It may" placeholder={chosen.length === 0 ? "read only, unless you add rights" : ""} />}
        />
        <Button type="submit" variant="contained" disabled={!name.trim() || make.isPending} data-testid="token-submit" sx={{ height: 38 }}>Make a token</Button>
      </Stack>
      {make.isError && <ErrorNote error={make.error} />}
    </Stack>
  );
}

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <Alert severity="warning" variant="outlined" onClose={onClose} sx={{ mt: 1.5 }}>
      Copy it now: it is not shown again.
      <Stack direction="row" sx={{ gap: 1, mt: 0.5, alignItems: "center", flexWrap: "wrap" }}>
        <Box component="code" data-testid="token-secret" sx={{ fontSize: "0.9rem", overflowWrap: "anywhere", userSelect: "all" }}>{secret}</Box>
        {"clipboard" in navigator && <Button size="small" onClick={() => void copy()}>{copied ? "Copied" : "Copy"}</Button>}
      </Stack>
    </Alert>
  );
}
