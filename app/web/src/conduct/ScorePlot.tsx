/** The score of each group over time: steps where an entry took effect, fading in between and ahead. */
import { Box, Stack, Typography, useTheme } from "@mui/material";
import { scaleLinear, scaleTime } from "d3-scale";

import { useScheme } from "../charts/BandLegend";
import { BAND_COLOUR } from "../charts/bands";
import { useWidth } from "../charts/useSize";
import { monthTicks } from "../releases/lanes";
import { scoreCurve } from "./fading";
import type { Entry } from "./queries";

const DASHES = ["", "7 4", "2 3", "10 3 2 3"] as const;

export function ScorePlot({ entries, halfLifeDays, now }: { entries: readonly Entry[]; halfLifeDays: number; now: Date }) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const theme = useTheme();
  const palette = (theme.vars ?? theme).palette;
  const scheme = BAND_COLOUR[useScheme()];
  const colours = [scheme.u, scheme.r, scheme.g, scheme.z, scheme.i] as const;
  const groups = [...new Map(entries.map((entry) => [entry.group_id, entry.group ?? `group ${entry.group_id}`]))];
  if (entries.length === 0) return <Typography sx={{ fontSize: "0.86rem", color: "text.secondary" }}>No entry yet, so no score. Nothing counts before it has been shown to the group and could be appealed.</Typography>;
  const curves = groups.map(([id, name], index) => ({ name, colour: colours[index % colours.length] ?? scheme.u, dash: DASHES[index % DASHES.length] ?? "", points: scoreCurve(entries.filter((entry) => entry.group_id === id), halfLifeDays, now.getTime()) }));
  const all = curves.flatMap((curve) => curve.points);
  const extent = [Math.min(...all.map((point) => point.at)), Math.max(...all.map((point) => point.at))] as const;
  const scores = [0, ...all.map((point) => point.score)];
  const x = scaleTime([new Date(extent[0]), new Date(extent[1])], [38, Math.max(60, width - 8)]);
  const y = scaleLinear([Math.min(...scores), Math.max(...scores)], [190, 10]).nice();
  return (
    <Box ref={frame} data-testid="score-plot">
      {width > 0 && (
        <svg width={width} height={224} role="img" aria-label={`Scores of ${groups.map(([, name]) => name).join(", ")} over time`} fontSize="11" fill={palette.text.secondary} style={{ display: "block" }}>
          {y.ticks(4).map((tick) => <g key={tick} transform={`translate(0 ${y(tick)})`}><line x1="38" x2={width} stroke={palette.divider} strokeWidth={tick === 0 ? 2 : 1} /><text x="32" dy="0.35em" textAnchor="end">{tick}</text></g>)}
          {monthTicks(extent, Math.max(2, Math.floor(width / 90))).map((tick) => <text key={tick.at} x={x(tick.at)} y="210" textAnchor="middle">{tick.label}</text>)}
          <line x1={x(now)} x2={x(now)} y1="4" y2="194" stroke={palette.text.primary} strokeDasharray="3 3" />
          {curves.map((curve) => <path key={curve.name} d={`M${curve.points.map((point) => `${x(point.at).toFixed(1)} ${y(point.score).toFixed(1)}`).join("L")}`} fill="none" stroke={curve.colour} strokeWidth="2" strokeDasharray={curve.dash} />)}
        </svg>
      )}
      <Stack direction="row" sx={{ gap: 2, flexWrap: "wrap", fontSize: "0.8rem" }}>
        {curves.map((curve) => <Stack key={curve.name} direction="row" sx={{ gap: 0.75, alignItems: "center" }}><svg width="26" height="8" aria-hidden="true"><line x1="0" x2="26" y1="4" y2="4" stroke={curve.colour} strokeWidth="2" strokeDasharray={curve.dash} /></svg>{curve.name}</Stack>)}
        <Box component="span" sx={{ color: "text.secondary" }}>halves every {halfLifeDays} days</Box>
      </Stack>
    </Box>
  );
}
