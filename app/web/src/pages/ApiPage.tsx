/** The API to read and to try: every operation, with examples that can be sent as oneself. */
import { Alert, Box, Button, InputAdornment, Skeleton, Stack, TextField, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { KeyRound, Search } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { Link, useSearchParams } from "react-router";

import { get } from "../api/client";
import { type Described, search, tagsOf } from "../apibrowser/description";
import { OperationList } from "../apibrowser/OperationList";
import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";

export default function ApiPage() {
  const described = useQuery({ queryKey: ["openapi"], queryFn: ({ signal }) => get<Described>("/api/openapi.json", undefined, signal), staleTime: Infinity });
  const [address, setAddress] = useSearchParams();
  const phrase = address.get("q") ?? "";
  const searched = useDeferredValue(phrase);
  const [token, setToken] = useState("");
  const all = useMemo(() => (described.data ? tagsOf(described.data) : []), [described.data]);
  const found = useMemo(() => search(all, searched), [all, searched]);
  const count = found.reduce((sum, tag) => sum + tag.operations.length, 0);
  const change = (name: string, value: string | null): void => {
    setAddress((before) => {
      const after = new URLSearchParams(before);
      if (value) after.set(name, value);
      else after.delete(name);
      return after;
    }, { replace: true });
  };
  return (
    <Box data-testid="api-page" sx={{ maxWidth: 1180 }}>
      <Typography variant="h1">API</Typography>
      <Typography sx={{ color: "text.secondary", mb: 1.5 }}>Sent from here as you; changes are real. A script needs a <Box component={Link} to="/profile" sx={{ color: "primary.main" }}>token</Box>.</Typography>
      <Stack direction="row" sx={{ gap: 1.5, alignItems: "center", mb: 1, flexWrap: "wrap" }}>
        <TextField
          type="search" label="Find an operation" placeholder="post photometry" value={phrase} onChange={(event) => change("q", event.target.value)} sx={{ width: { xs: "100%", sm: 320 } }}
          slotProps={{ htmlInput: { "data-testid": "api-search" }, input: { startAdornment: <InputAdornment position="start"><Search size={16} aria-hidden="true" /></InputAdornment> } }}
        />
        <TextField
          type="password" autoComplete="off" label="Token (instead of your session)" value={token} onChange={(event) => setToken(event.target.value)} sx={{ width: { xs: "100%", sm: 290 } }}
          slotProps={{ htmlInput: { "data-testid": "api-token" }, input: { startAdornment: <InputAdornment position="start"><KeyRound size={16} aria-hidden="true" /></InputAdornment> } }}
        />
        {described.data && <Typography component="span" role="status" sx={{ color: "text.secondary", fontSize: "0.86rem" }} data-testid="api-count">{count} operations</Typography>}
      </Stack>
      {token.trim() && <Alert severity="info" variant="outlined" sx={{ mb: 1 }}>Requests are sent with this token alone. It is forgotten when you leave the page.</Alert>}
      {described.isPending && <Skeleton variant="rounded" height={480} />}
      {described.isError && <ErrorNote error={described.error} onRetry={() => void described.refetch()} />}
      {described.data && count === 0 && <Empty icon={Search} title="No operation says that" action={<Button variant="outlined" onClick={() => change("q", null)}>Show all</Button>}>Try a word of its address, such as “spectra”, or of what it does, such as “delete”.</Empty>}
      {described.data && <OperationList tags={found} components={described.data.components?.schemas ?? {}} token={token} searching={searched.trim() !== ""} opened={address.get("op")} onOpen={(id) => change("op", id)} />}
    </Box>
  );
}
