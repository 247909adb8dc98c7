/** Where I am logged in, and how to end it. */
import { Button, Chip, Stack, Typography } from "@mui/material";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { get, remove } from "../api/client";
import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";
import { Entry } from "./Entry";

const SESSIONS = "/api/internal/sessions";
interface Session { id: string; created_at: string; expires_at: string; how: string | null; address: string | null; agent: string | null; current: boolean }

/** A browser's and its system's name, out of what it calls itself. */
function device(agent: string | null): string {
  const browser = /(Firefox|Edg|OPR|Chrome|Safari)\//.exec(agent ?? "")?.[1];
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent ?? "")?.[1];
  const name = browser === undefined ? (agent?.split(/[ /]/)[0] ?? "") : ({ Edg: "Edge", OPR: "Opera" }[browser] ?? browser);
  return [name || "A browser", system && `on ${system.replace("Mac OS X", "macOS")}`].filter(Boolean).join(" ");
}

export function SessionsPanel() {
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: ["sessions"], queryFn: ({ signal }) => get<Session[]>(SESSIONS, undefined, signal) });
  const end = useMutation({ mutationFn: (id: string) => remove(`${SESSIONS}/${id}`), onSuccess: () => queries.invalidateQueries({ queryKey: ["sessions"] }) });
  return (
    <Panel title="Sessions" testId="sessions-panel">
      <Typography sx={{ color: "text.secondary", mb: 1.5 }}>The browsers in which you are logged in. End one that you do not know, and change your password.</Typography>
      {sessions.isPending && <LinesSkeleton lines={2} />}
      {sessions.isError && <ErrorNote error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {end.isError && <ErrorNote error={end.error} />}
      <Stack data-testid="sessions" data-count={sessions.data?.length ?? 0}>
        {sessions.data?.map((session) => (
          <Entry key={session.id} title={device(session.agent)} aside={session.current ? <Chip size="small" color="primary" variant="outlined" label="this one" /> : <Button size="small" color="error" disabled={end.isPending} onClick={() => end.mutate(session.id)} data-testid="session-end">End</Button>}>
            by {session.how ?? "password"}{session.address && ` from ${session.address}`} <TimeText value={session.created_at} relative /> · until <TimeText value={session.expires_at} />
          </Entry>
        ))}
      </Stack>
    </Panel>
  );
}
