/** How high the source stands tonight at the telescopes that one may ask, and for how long. */
import { Box, MenuItem, TextField, Typography, useTheme } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { scaleLinear } from "d3-scale";
import { MoonStar } from "lucide-react";
import { useState } from "react";

import { get } from "../api/client";
import { useAllocations } from "../api/queries";
import type { Telescope } from "../api/types";
import { useWidth } from "../charts/useSize";
import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";
import { nightOf, type NightSite } from "../lib/night";
import { parseUtc } from "../lib/time";

interface Airmass { time: string; airmass: number }

const HEIGHT = 150;
const WORST = 3;
const GOOD = 2;

export function ObservabilityPanel({ objId }: { objId: string }) {
  const allocations = useAllocations();
  const telescopes = new Map<number, Telescope>();
  for (const allocation of allocations.data ?? []) {
    const telescope = allocation.telescope ?? allocation.instrument?.telescope;
    if (telescope) telescopes.set(telescope.id, telescope);
  }
  const [wanted, setWanted] = useState<number | null>(null);
  const id = wanted ?? [...telescopes.keys()][0] ?? null;
  const answer = useQuery({
    queryKey: ["airmass", objId, id],
    queryFn: ({ signal }) => get<Airmass[]>(`/api/internal/plot/airmass/objtel/${encodeURIComponent(objId)}/${id ?? 0}`, undefined, signal),
    enabled: id !== null,
    staleTime: 10 * 60_000,
  });
  const site = useQuery({ queryKey: ["telescope", id], queryFn: ({ signal }) => get<NightSite>(`/api/telescope/${id ?? 0}`, undefined, signal), enabled: id !== null, staleTime: 10 * 60_000 });
  const choice = telescopes.size > 0 && (
    <TextField select size="small" label="Telescope" value={id ?? ""} onChange={(event) => setWanted(Number(event.target.value))} sx={{ minWidth: 150 }}>
      {[...telescopes.values()].map((telescope) => <MenuItem key={telescope.id} value={telescope.id}>{telescope.nickname ?? telescope.name}</MenuItem>)}
    </TextField>
  );
  return (
    <Panel title="Tonight" testId="observability-panel" aside={choice}>
      {(allocations.isPending || (id !== null && (answer.isPending || site.isPending))) && <LinesSkeleton lines={1} height={HEIGHT} />}
      {allocations.isError && <ErrorNote error={allocations.error} />}
      {answer.isError && <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />}
      {allocations.isSuccess && id === null && <Empty dense icon={MoonStar} title="No telescope to look from">Your groups have no allocation. An administrator of a group can add one.</Empty>}
      {site.isError && <ErrorNote error={site.error} onRetry={() => void site.refetch()} />}
      {answer.data && site.data && <AirmassPlot points={tonight(answer.data, nightOf(site.data, site.dataUpdatedAt))} />}
    </Panel>
  );
}

function tonight(points: readonly Airmass[], night: readonly [number, number] | null): Airmass[] {
  return night === null ? [] : points.filter((point) => { const at = parseUtc(point.time).getTime(); return at >= night[0] && at <= night[1]; });
}

const hours = (from: Date, to: Date): string => `${Math.max(0, (to.getTime() - from.getTime()) / 3_600_000).toFixed(1)} h`;
const clock = (time: Date): string => time.toISOString().slice(11, 16);

function AirmassPlot({ points }: { points: readonly Airmass[] }) {
  const theme = useTheme();
  const palette = (theme.vars ?? theme).palette;
  const [ref, width] = useWidth<HTMLDivElement>();
  const placed = points.map((point) => ({ at: parseUtc(point.time), airmass: point.airmass }));
  const [first, last] = [placed[0], placed.at(-1)];
  if (!first || !last) return <Typography sx={{ color: "text.secondary" }}>It does not get dark there in the next day.</Typography>;
  const up = placed.filter((point) => point.airmass >= 1 && point.airmass <= GOOD);
  const margin = { left: 30, right: 8, top: 8, bottom: 22 };
  const x = scaleLinear([first.at.getTime(), last.at.getTime()], [margin.left, width - margin.right]);
  const y = scaleLinear([1, WORST], [margin.top, HEIGHT - margin.bottom]);
  // Below the horizon there is no airmass: the curve is broken there.
  const path = placed.map((point, index) => {
    if (point.airmass < 1 || point.airmass > WORST) return "";
    const before = placed[index - 1];
    const begins = !before || before.airmass < 1 || before.airmass > WORST;
    return `${begins ? "M" : "L"}${x(point.at.getTime()).toFixed(1)} ${y(point.airmass).toFixed(1)}`;
  }).join("");
  const [from, to] = [up[0], up.at(-1)];
  const best = up.reduce<(typeof up)[number] | null>((a, b) => (a && a.airmass <= b.airmass ? a : b), null);
  const said = from && to && best ? `Below airmass ${GOOD} from ${clock(from.at)} to ${clock(to.at)} UTC (${hours(from.at, to.at)}), best ${best.airmass.toFixed(2)} at ${clock(best.at)}.` : `It does not come below airmass ${GOOD} in this night.`;
  const everyHours = Math.max(1, Math.ceil((last.at.getTime() - first.at.getTime()) / 3_600_000 / 6));
  const ticks = Array.from({ length: 24 }, (_none, hour) => Math.ceil(first.at.getTime() / 3_600_000) * 3_600_000 + hour * 3_600_000).filter((time) => time <= last.at.getTime() && new Date(time).getUTCHours() % everyHours === 0);
  return (
    <Box ref={ref} data-testid="airmass-plot" data-points={points.length}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-label={said} style={{ display: "block" }}>
          <g fontSize="10.5" fill={palette.text.secondary}>
            {[1, 1.5, 2, 2.5, 3].map((airmass) => (
              <g key={airmass} transform={`translate(0 ${y(airmass)})`}>
                <line x1={margin.left} x2={width - margin.right} stroke={palette.divider} strokeWidth={airmass === GOOD ? 1.5 : 1} />
                <text x={margin.left - 5} dy="0.35em" textAnchor="end">{airmass}</text>
              </g>
            ))}
            {ticks.map((time) => <text key={time} x={x(time)} y={HEIGHT - 6} textAnchor="middle">{clock(new Date(time))}</text>)}
          </g>
          <path d={path} fill="none" stroke={palette.primary.main} strokeWidth="2" />
        </svg>
      )}
      <Typography sx={{ fontSize: "0.84rem", color: "text.secondary" }}>{said}</Typography>
    </Box>
  );
}
