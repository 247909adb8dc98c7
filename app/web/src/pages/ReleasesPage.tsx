/** The timeline of releases: what opened, what will, and what waits for an event. */
import { Box, Stack, TextField, MenuItem, Typography } from "@mui/material";
import { CalendarClock, Hourglass } from "lucide-react";
import { useState } from "react";

import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";
import { type Bin, nightsOf, waitingOf } from "../releases/lanes";
import { ReleasePlot } from "../releases/ReleasePlot";
import { useReleases } from "../rights/queries";
import { ReleaseTimeline } from "../rights/ReleaseTimeline";

export default function ReleasesPage() {
  const answer = useReleases();
  const [holder, setHolder] = useState("");
  const [bin, setBin] = useState<Bin | null>(null);
  const [now] = useState(() => new Date());
  const all = answer.data ?? [];
  const holders = new Map(all.map((release) => [String(release.holder_id), release.holder ?? `group ${release.holder_id}`]));
  const shown = all.filter((release) => holder === "" || String(release.holder_id) === holder);
  const waiting = waitingOf(shown);
  return (
    <Box data-testid="releases-page">
      <Stack direction="row" sx={{ alignItems: "center", mb: 1.5, gap: 1, flexWrap: "wrap" }}>
        <Typography variant="h1" sx={{ flex: 1 }}>Releases</Typography>
        {holders.size > 1 && (
          <TextField select label="Data of" value={holder} onChange={(event) => { setHolder(event.target.value); setBin(null); }} sx={{ minWidth: 180 }} slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}>
            <MenuItem value="">all groups</MenuItem>
            {[...holders].map(([id, name]) => <MenuItem key={id} value={id}>{name}</MenuItem>)}
          </TextField>
        )}
      </Stack>
      {answer.isPending && <LinesSkeleton lines={2} height={120} />}
      {answer.isError && <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isSuccess && all.length === 0 && <Empty icon={CalendarClock} title="Nothing is withheld, and nothing was released yet">When data come back under a policy that opens them later, each night stands here with its date. Attach a policy to an allocation to begin.</Empty>}
      {shown.length > 0 && (
        <Stack sx={{ gap: 2 }}>
          <Panel title="Who reads what from when on" aside={<Legend />}><ReleasePlot releases={shown} chosen={bin?.key ?? null} onChoose={setBin} now={now} /></Panel>
          {waiting.length > 0 && (
            <Panel title="Waiting for an event" testId="waiting-lane">
              {waiting.map((entry) => (
                <Stack key={entry.key} direction="row" sx={{ gap: 1, py: 0.5, alignItems: "flex-start", fontSize: "0.88rem" }}>
                  <Box sx={{ color: "text.secondary", pt: 0.2 }}><Hourglass size={16} aria-hidden="true" /></Box>
                  <div><strong>{entry.group}</strong> sees {nightsOf(entry.releases) || `${entry.releases.length} releases`} {entry.event}.</div>
                </Stack>
              ))}
            </Panel>
          )}
          <Panel title={bin ? `What is in this mark: ${nightsOf(bin.releases)}` : "In words"} testId="release-nights">
            {bin ? <Nights bin={bin} /> : <ReleaseTimeline releases={shown} empty="" />}
          </Panel>
        </Stack>
      )}
    </Box>
  );
}

function Nights({ bin }: { bin: Bin }) {
  return (
    <>
      {bin.releases.map((release) => <ReleaseTimeline key={release.id} releases={[release]} empty="" />)}
    </>
  );
}

function Legend() {
  return (
    <Stack direction="row" sx={{ gap: 1.5, fontSize: "0.78rem", color: "text.secondary" }} aria-hidden="true">
      <span>● open</span><span>○ to come</span><span>◆ late</span>
    </Stack>
  );
}
