/** What a draft would do with the last days' data: for each group, the rows it would see, as a curve over time. */
import { Alert, Box, Stack, Typography, useTheme } from "@mui/material";
import { scaleSymlog } from "d3-scale";

import { useWidth } from "../charts/useSize";
import type { components } from "../api/schema";
import { daysLabel } from "./openings";
import { type Reading, readingOf } from "./simulation";

type Simulation = components["schemas"]["Preview"];

const TICKS = [0, 7, 30, 90, 365, 1095] as const;

export function SimulationPlot({ simulation, lastDays }: { simulation: Simulation; lastDays: number }) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const now = new Date();
  if (simulation.n_rows === 0) return <Typography sx={{ fontSize: "0.84rem", color: "text.secondary" }}>The group has no data of the last {lastDays} days to try it on.</Typography>;
  const readings = simulation.readers.map((reader) => readingOf(reader, simulation.n_rows, now));
  const longest = Math.max(60, ...readings.flatMap((reading) => reading.steps.map((step) => step.days)));
  return (
    <Box ref={frame} data-testid="simulation" data-rows={simulation.n_rows}>
      <Typography sx={{ fontSize: "0.82rem", color: "text.secondary", mb: 0.75 }}>Tried on {simulation.n_rows} rows of the last {lastDays} days:</Typography>
      {width > 0 && readings.map((reading) => <Curve key={reading.group} reading={reading} total={simulation.n_rows} width={width} longest={longest} />)}
      <Moves simulation={simulation} />
      <Stack sx={{ gap: 0.75, mt: 1 }}>{simulation.cautions.map((caution) => <Alert key={caution} severity="warning" variant="outlined" sx={{ py: 0 }}>{caution}</Alert>)}</Stack>
    </Box>
  );
}

function Curve({ reading, total, width, longest }: { reading: Reading; total: number; width: number; longest: number }) {
  const theme = useTheme();
  const palette = (theme.vars ?? theme).palette;
  const x = scaleSymlog([0, longest * 1.15], [0, width]).constant(4);
  const height = 44;
  const y = (rows: number): number => height - (rows / total) * (height - 4);
  const path = reading.steps.map((step) => `H${x(step.days)}V${y(step.rows)}`).join("");
  const now = reading.steps[0]?.days === 0 ? reading.steps[0].rows : 0;
  const said = [now > 0 && `${now} now`, reading.last !== null && reading.later > 0 && `${reading.later} more within ${daysLabel(reading.last)}`, ...reading.waiting, reading.never > 0 && `${reading.never} never`].filter(Boolean).join(", ");
  return (
    <Box data-testid="simulation-reader" sx={{ mb: 0.75 }}>
      <Stack direction="row" sx={{ gap: 1, fontSize: "0.78rem", flexWrap: "wrap" }}><strong>{reading.group}</strong><Box component="span" sx={{ color: "text.secondary" }}>{said}</Box></Stack>
      <svg width={width} height={height + 14} role="img" aria-label={`${reading.group}: ${said}`} style={{ display: "block" }}>
        {TICKS.filter((tick) => tick <= longest).map((tick) => (
          <g key={tick} transform={`translate(${x(tick)} 0)`}>
            <line y1="0" y2={height} stroke={palette.divider} />
            <text y={height + 11} fontSize="10" textAnchor={tick === 0 ? "start" : "middle"} fill={palette.text.secondary}>{tick === 0 ? "now" : daysLabel(tick)}</text>
          </g>
        ))}
        <path d={`M0 ${height}${path}H${width}V${height}Z`} fill={palette.primary.main} fillOpacity="0.28" />
        <path d={`M0 ${height}${path}H${width}`} fill="none" stroke={palette.primary.main} strokeWidth="2" />
        <line x1="0" x2={width} y1={height} y2={height} stroke={palette.divider} />
      </svg>
    </Box>
  );
}

function Moves({ simulation }: { simulation: Simulation }) {
  const moved = simulation.moves.filter((move) => move.earlier + move.later + move.other > 0);
  if (moved.length === 0) return null;
  return (
    <Box sx={{ fontSize: "0.84rem", mt: 1 }}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>Compared with now</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.25 }}>
        {moved.map((move) => <li key={move.group}><strong>{move.group}</strong>: {[move.earlier > 0 && `${move.earlier} rows earlier`, move.later > 0 && `${move.later} later`, move.other > 0 && `${move.other} by another event`].filter(Boolean).join(", ")}</li>)}
      </Box>
    </Box>
  );
}

