/** Rows opening over time: a lane for each group, marks as large as what opens; past left of now, to come right of it. */
import { Box, useTheme } from "@mui/material";
import { scaleSqrt, scaleTime } from "d3-scale";

import { useWidth } from "../charts/useSize";
import { utcDate, utcMinute } from "../lib/time";
import type { Release } from "../rights/types";
import { type Bin, extentOf, lanesOf, monthTicks, nightsOf } from "./lanes";

const LANE = 46;
const WORDS = { done: "opened", due: "opens", late: "was due" } as const;

interface Props { releases: readonly Release[]; chosen: string | null; onChoose: (bin: Bin | null) => void; now: Date }

export function ReleasePlot({ releases, chosen, onChoose, now }: Props) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const theme = useTheme();
  const palette = (theme.vars ?? theme).palette;
  const left = width < 560 ? 12 : 150;
  const extent = extentOf(releases, now.getTime());
  const lanes = lanesOf(releases, extent, now.getTime(), Math.max(8, Math.floor((width - left) / 26)));
  const x = scaleTime([new Date(extent[0]), new Date(extent[1])], [left, Math.max(left + 50, width - 14)]);
  const most = Math.max(1, ...lanes.flatMap((lane) => lane.bins.map((bin) => bin.releases.length)));
  const r = scaleSqrt([0, most], [0, 12]);
  const laneHeight = left < 100 ? LANE + 14 : LANE;
  const height = lanes.length * laneHeight + 44;
  const colours = { done: palette.success.main, due: palette.primary.main, late: palette.warning.main };
  return (
    <Box ref={frame} data-testid="release-plot" data-lanes={lanes.length} sx={{ width: "100%" }}>
      {width > 0 && (
        <svg width={width} height={height} role="group" aria-label="Releases over time, a lane for each group" style={{ display: "block" }} fontSize="11">
          {monthTicks(extent, Math.max(2, Math.floor((width - left) / 80))).map((tick) => (
            <g key={tick.at} transform={`translate(${x(tick.at)} 0)`} fill={palette.text.secondary}>
              <line y1="0" y2={height - 40} stroke={palette.divider} />
              <text y={height - 24} textAnchor="middle">{tick.label}</text>
            </g>
          ))}
          {lanes.map((lane, index) => (
            <g key={lane.groupId} transform={`translate(0 ${index * laneHeight})`}>
              <line x1={left} x2={width} y1={laneHeight} y2={laneHeight} stroke={palette.divider} />
              <text x={left < 100 ? 0 : left - 14} y={left < 100 ? 13 : laneHeight / 2} dy="0.35em" textAnchor={left < 100 ? "start" : "end"} fontWeight="600" fontSize="12" fill={palette.text.primary}>{lane.name.length > 22 ? `${lane.name.slice(0, 21)}…` : lane.name}</text>
              {lane.bins.map((bin) => (
                <Mark key={bin.key} bin={bin} lane={lane.name} cx={x((bin.from + bin.to) / 2)} cy={left < 100 ? laneHeight / 2 + 9 : laneHeight / 2} r={Math.max(5, r(bin.releases.length))} colour={colours[bin.status]} ring={palette.text.primary} chosen={chosen === bin.key} onChoose={() => onChoose(chosen === bin.key ? null : bin)} />
              ))}
            </g>
          ))}
          <g transform={`translate(${x(now)} 0)`} pointerEvents="none">
            <line y1="0" y2={height - 38} stroke={palette.text.primary} strokeWidth="1.5" strokeDasharray="3 3" />
            <text y={height - 8} textAnchor="middle" fontWeight="600" fill={palette.text.primary}>now, {utcDate(now)}</text>
          </g>
        </svg>
      )}
    </Box>
  );
}

interface MarkProps { bin: Bin; lane: string; cx: number; cy: number; r: number; colour: string; ring: string; chosen: boolean; onChoose: () => void }

/** Filled: open; a ring: to come; a diamond: late. Shape says what colour says. */
function Mark({ bin, lane, cx, cy, r, colour, ring, chosen, onChoose }: MarkProps) {
  const said = `${lane}: ${WORDS[bin.status]} ${utcMinute(new Date(bin.from))} UTC${bin.to > bin.from ? ` to ${utcDate(new Date(bin.to))}` : ""}, ${nightsOf(bin.releases) || `${bin.releases.length} releases`}`;
  const shape = bin.status === "late"
    ? <rect x={-r} y={-r} width={2 * r} height={2 * r} transform="rotate(45) scale(0.8)" fill={colour} />
    : <circle r={r} fill={colour} fillOpacity={bin.status === "done" ? 0.9 : 0.18} stroke={colour} strokeWidth="2" />;
  return (
    <g
      transform={`translate(${cx} ${cy})`} role="button" tabIndex={0} aria-label={said} aria-pressed={chosen} data-testid="release-mark" data-status={bin.status} style={{ cursor: "pointer" }}
      onClick={onChoose} onKeyDown={(event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); onChoose(); } }}
    >
      <title>{said}</title>
      {chosen && <circle r={r + 5} fill="none" stroke={ring} strokeWidth="1.5" />}
      {shape}
      {bin.releases.length > 1 && r > 8 && <text dy="0.35em" textAnchor="middle" fontSize="10" fontWeight="700" fill={bin.status === "done" ? "#fff" : ring} style={{ pointerEvents: "none" }}>{bin.releases.length}</text>}
    </g>
  );
}
