/** One ingest run's account: where every packet went, as a bar and in figures. */
import { Box, Card, Stack, Tooltip, Typography } from "@mui/material";

import { TimeText } from "../components/TimeText";
import { duration, parseUtc } from "../lib/time";
import type { IngestRun } from "./types";

const PARTS = [
  { key: "n_passed", label: "passed a filter", colour: "success.main" },
  { key: "dropped", label: "passed none", colour: "text.disabled" },
  { key: "n_duplicates", label: "seen before", colour: "info.main" },
  { key: "n_quarantined", label: "quarantined", colour: "error.main" },
] as const;

/** Every packet that was read is in one part. */
export function partsOf(run: IngestRun): Record<(typeof PARTS)[number]["key"], number> {
  const dropped = Math.max(0, run.n_read - run.n_passed - run.n_duplicates - run.n_quarantined);
  return { n_passed: run.n_passed, dropped, n_duplicates: run.n_duplicates, n_quarantined: run.n_quarantined };
}

export function RunCard({ run }: { run: IngestRun }) {
  const parts = partsOf(run);
  const seconds = ((run.ended_at ? parseUtc(run.ended_at) : new Date()).getTime() - parseUtc(run.started_at).getTime()) / 1000;
  const reasons = Object.entries(run.reasons).sort((a, b) => b[1] - a[1]);
  return (
    <Card data-testid={`ingest-run-${run.id}`} data-running={run.ended_at === null} sx={{ p: 1.5 }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: "baseline", flexWrap: "wrap" }}>
        <Typography variant="h3" sx={{ overflowWrap: "anywhere" }}>{run.source}</Typography>
        <Box sx={{ flex: 1 }} />
        <Typography component="div" sx={{ fontSize: "0.78rem", color: "text.secondary" }}>
          <TimeText value={run.started_at} /> · {run.ended_at ? `took ${duration(seconds)}` : "running"}{seconds > 0 && run.n_read > 0 && ` · ${pace(run.n_read / Math.max(seconds, 0.1))}`}
        </Typography>
      </Stack>
      <Box role="img" aria-label={PARTS.map((part) => `${parts[part.key]} ${part.label}`).join(", ")} sx={{ display: "flex", height: 10, borderRadius: 5, overflow: "hidden", bgcolor: "action.hover", my: 1 }}>
        {PARTS.map((part) => parts[part.key] > 0 && (
          <Tooltip key={part.key} title={`${parts[part.key]} ${part.label}`}><Box sx={{ flexGrow: parts[part.key], minWidth: 3, bgcolor: part.colour }} /></Tooltip>
        ))}
      </Box>
      <Box sx={{ display: "grid", gridTemplateColumns: { xs: "repeat(3, 1fr)", sm: "repeat(6, 1fr)" }, gap: 1 }}>
        <Figure label="read" value={run.n_read} />
        <Figure label="decoded" value={run.n_decoded} />
        <Figure label="passed" value={run.n_passed} colour="success.main" />
        <Figure label="saved" value={run.n_saved} />
        <Figure label="duplicates" value={run.n_duplicates} colour="info.main" />
        <Figure label="quarantined" value={run.n_quarantined} colour={run.n_quarantined > 0 ? "error.main" : undefined} />
      </Box>
      {reasons.length > 0 && (
        <Stack sx={{ mt: 1, gap: 0.25 }} data-testid="ingest-reasons">
          {reasons.map(([reason, count]) => <Typography key={reason} sx={{ fontSize: "0.8rem", overflowWrap: "anywhere" }}><strong>{count}</strong> {reason.replaceAll("_", " ")}</Typography>)}
        </Stack>
      )}
    </Card>
  );
}

function Figure({ label, value, colour }: { label: string; value: number; colour?: string | undefined }) {
  return (
    <Box>
      <Typography sx={{ fontWeight: 700, color: colour }}>{value.toLocaleString("en")}</Typography>
      <Typography sx={{ fontSize: "0.74rem", color: "text.secondary" }}>{label}</Typography>
    </Box>
  );
}

function pace(perSecond: number): string {
  return perSecond >= 2 ? `${perSecond.toFixed(0)} alerts/s` : `${(perSecond * 60).toFixed(0)} alerts/min`;
}
