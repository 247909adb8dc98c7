import { Box, Chip, Stack, TextField, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { ChartSpline } from "lucide-react";
import { useMemo, useState } from "react";
import { Link } from "react-router";

import { get } from "../api/client";
import { useScheme } from "../charts/BandLegend";
import { useWidth } from "../charts/useSize";
import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";
import { utcDate } from "../lib/time";
import { Why } from "../sharing/Why";
import { LINE_SETS, type Spectrum } from "../spectra/lines";
import { spectrumColour, SpectrumPlot } from "../spectra/SpectrumPlot";

/** The spectra of a source; which of them are drawn, and which lines at which redshift, is chosen here. */
export function SpectraPanel({ objId, redshift }: { objId: string; redshift: number | null }) {
  const answer = useQuery({
    queryKey: ["spectra", objId],
    queryFn: ({ signal }) => get<{ spectra: Spectrum[] }>(`/api/sources/${encodeURIComponent(objId)}/spectra`, undefined, signal),
  });
  const spectra = answer.data?.spectra ?? [];
  return (
    <Panel title="Spectra" testId="spectra-panel">
      {answer.isPending && <LinesSkeleton lines={2} />}
      {answer.isError && <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isSuccess && spectra.length === 0 && (
        <Empty dense icon={ChartSpline} title="No spectrum yet">Send one by <Box component={Link} to="/api-browser?q=spectra%20ascii&op=post_api_spectra_ascii" sx={{ color: "primary.main" }}>the API</Box>, as a text file or as lists.</Empty>
      )}
      {spectra.length > 0 && <Spectra spectra={spectra} redshift={redshift} />}
    </Panel>
  );
}

function Spectra({ spectra, redshift }: { spectra: readonly Spectrum[]; redshift: number | null }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const scheme = useScheme();
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [z, setZ] = useState(redshift === null ? "" : String(redshift));
  const [outflow, setOutflow] = useState("");
  const shown = useMemo(() => spectra.filter((spectrum) => !hidden.has(spectrum.id)), [spectra, hidden]);
  const lines = LINE_SETS.filter((set) => picked.has(set.name));
  const toggle = <T,>(set: ReadonlySet<T>, value: T): ReadonlySet<T> => {
    const after = new Set(set);
    if (!after.delete(value)) after.add(value);
    return after;
  };
  return (
    <Box>
      <Stack direction="row" sx={{ gap: 0.75, flexWrap: "wrap", mb: 1 }}>
        {spectra.map((spectrum) => {
          const at = shown.indexOf(spectrum);
          return (
            <Box component="span" key={spectrum.id}><Chip
              variant={at < 0 ? "outlined" : "filled"} onClick={() => setHidden(toggle(hidden, spectrum.id))} aria-pressed={at >= 0}
              icon={<Box sx={{ width: 10, height: 10, borderRadius: 5, ml: 1, bgcolor: at < 0 ? "divider" : spectrumColour(scheme, at) }} />}
              label={[utcDate(new Date(`${spectrum.observed_at.replace(/Z$|\+00:00$/, "")}Z`)), spectrum.instrument_name, spectrum.label].filter(Boolean).join(" · ")}
            /><Why kind="spectrum" id={spectrum.id} what="this spectrum" /></Box>
          );
        })}
      </Stack>
      <Box ref={ref}><SpectrumPlot spectra={shown} lines={lines} redshift={Number(z) || 0} outflowKms={Number(outflow) || 0} width={width} height={280} /></Box>
      {shown.length === 0 && <Typography sx={{ color: "text.secondary" }}>All are hidden; choose one above.</Typography>}
      <Stack direction="row" sx={{ gap: 0.75, flexWrap: "wrap", mt: 1.25, alignItems: "center" }}>
        <TextField label="Redshift" value={z} onChange={(event) => setZ(event.target.value)} error={Number.isNaN(Number(z))} sx={{ width: 100 }} slotProps={{ htmlInput: { inputMode: "decimal" } }} />
        <TextField label="Outflow km/s" value={outflow} onChange={(event) => setOutflow(event.target.value)} error={Number.isNaN(Number(outflow))} sx={{ width: 120 }} slotProps={{ htmlInput: { inputMode: "numeric" } }} />
        {LINE_SETS.map((set) => <Chip key={set.name} label={set.name} clickable variant={picked.has(set.name) ? "filled" : "outlined"} color={picked.has(set.name) ? "primary" : "default"} aria-pressed={picked.has(set.name)} onClick={() => setPicked(toggle(picked, set.name))} data-testid="line-set" />)}
      </Stack>
    </Box>
  );
}
