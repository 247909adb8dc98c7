/** For whoever runs the portal: where every alert went, what could not be read, and how the parts are. */
import { Box, Stack, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { Inbox, ShieldCheck } from "lucide-react";

import { get } from "../api/client";
import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";
import { RunCard } from "../ops/RunCard";
import { type IngestRun, type QuarantinedPacket, rowsOf } from "../ops/types";

const REFRESH_MS = 10_000;

export default function OpsPage() {
  return (
    <Box>
      <Typography variant="h1" sx={{ mb: 1.5 }}>Operations</Typography>
      <Box sx={{ display: "grid", gridTemplateColumns: { xs: "minmax(0,1fr)", lg: "minmax(0,3fr) minmax(0,2fr)" }, gap: 2, alignItems: "start" }}>
        <Runs />
        <Stack sx={{ gap: 2, minWidth: 0 }}>
          <Quarantine />
          <SystemInfo />
        </Stack>
      </Box>
    </Box>
  );
}

function Runs() {
  const runs = useQuery({ queryKey: ["ingest", "runs"], queryFn: async ({ signal }) => rowsOf<IngestRun>(await get("/api/ingest/runs", undefined, signal)), refetchInterval: REFRESH_MS });
  return (
    <Panel title="Ingest" testId="ingest-panel">
      {runs.isPending && <LinesSkeleton lines={3} height={110} />}
      {runs.isError && <ErrorNote error={runs.error} onRetry={() => void runs.refetch()} />}
      {runs.data?.length === 0 && <Empty dense icon={Inbox} title="No alert has been read yet">Play some with <code>skyrelay ingest PATH</code>, or configure a Kafka stream.</Empty>}
      <Stack sx={{ gap: 1.25 }}>{runs.data?.map((run) => <RunCard key={run.id} run={run} />)}</Stack>
    </Panel>
  );
}

function Quarantine() {
  const packets = useQuery({ queryKey: ["ingest", "quarantine"], queryFn: async ({ signal }) => rowsOf<QuarantinedPacket>(await get("/api/ingest/quarantine", undefined, signal)), refetchInterval: REFRESH_MS });
  return (
    <Panel title="Quarantine" testId="quarantine-panel">
      {packets.isPending && <LinesSkeleton lines={2} />}
      {packets.isError && <ErrorNote error={packets.error} onRetry={() => void packets.refetch()} />}
      {packets.data?.length === 0 && <Empty dense icon={ShieldCheck} title="Every packet could be read">One that cannot be decoded is kept here with the reason, and never stops the others.</Empty>}
      <Box data-testid="quarantine" data-count={packets.data?.length ?? 0}>
        {packets.data?.map((packet) => (
          <Box key={packet.id} sx={{ py: 0.75, borderTop: 1, borderColor: "divider", "&:first-of-type": { borderTop: 0 } }}>
            <Typography sx={{ fontSize: "0.86rem" }}>{packet.reason}</Typography>
            <Typography component="div" sx={{ fontSize: "0.76rem", color: "text.secondary", overflowWrap: "anywhere" }}>{packet.code} · {packet.source}{packet.position && ` · ${packet.position}`} · <TimeText value={packet.quarantined_at} relative /></Typography>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}

function SystemInfo() {
  const info = useQuery({ queryKey: ["system"], queryFn: ({ signal }) => get<Record<string, unknown>>("/api/system", undefined, signal), refetchInterval: 60_000 });
  return (
    <Panel title="System" testId="sysinfo-panel">
      {info.isPending && <LinesSkeleton lines={3} height={20} />}
      {info.isError && <ErrorNote error={info.error} onRetry={() => void info.refetch()} />}
      {info.data && <Tree value={info.data} />}
    </Panel>
  );
}

/** Nested facts as indented lines. */
function Tree({ value }: { value: Record<string, unknown> }) {
  return (
    <Box component="dl" sx={{ m: 0, display: "grid", gridTemplateColumns: "minmax(90px, auto) minmax(0,1fr)", columnGap: 1.5, rowGap: 0.4, fontSize: "0.84rem" }}>
      {Object.entries(value).map(([key, entry]) => (
        <Box key={key} sx={{ display: "contents" }}>
          <Box component="dt" sx={{ color: "text.secondary" }}>{key.replaceAll("_", " ")}</Box>
          <Box component="dd" sx={{ m: 0, overflowWrap: "anywhere" }}>{isRecord(entry) ? <Tree value={entry} /> : Array.isArray(entry) ? entry.map((item) => (isRecord(item) ? <Tree key={JSON.stringify(item)} value={item} /> : `${String(item)} `)) : String(entry)}</Box>
        </Box>
      ))}
    </Box>
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
