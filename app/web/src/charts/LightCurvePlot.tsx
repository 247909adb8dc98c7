/** The drawing itself: SVG on d3's scales, one path per band and kind, so that a long history stays light. */
import { Box, useTheme } from "@mui/material";
import { scaleLinear } from "d3-scale";
import { type PointerEvent, useMemo, useState } from "react";

import type { Band, PlotMark, PlotMode } from "../lib/photometry";
import { mjdToDate, utcDate } from "../lib/time";
import { BAND_COLOUR, BAND_ORDER, limitPath, markerPath } from "./bands";
import { useScheme } from "./BandLegend";
import { PointTip } from "./PointTip";
import { type Extent, nearest, timeExtent, valueExtent, zoomRange } from "./scales";

interface Props {
  marks: readonly PlotMark[];
  mode: PlotMode;
  width: number;
  height: number;
  zoom: Extent | null;
  onZoom: (extent: Extent | null) => void;
  fresh?: ReadonlySet<number> | undefined;
  compact: boolean;
  label: string;
}

export interface Placed {
  mark: PlotMark;
  x: number;
  y: number;
}

const HOVER_REACH_PX = 28;

export function LightCurvePlot({ marks, mode, width, height, zoom, onZoom, fresh, compact, label }: Props) {
  const theme = useTheme();
  const palette = (theme.vars ?? theme).palette;
  const colours = BAND_COLOUR[useScheme()];
  const [hovered, setHovered] = useState<Placed | null>(null);
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const margin = { left: mode === "flux" ? 58 : 44, right: 12, top: 8, bottom: 40 };
  const radius = compact ? 3.6 : 4.4;

  const { x, y, placed } = useMemo(() => {
    const xScale = scaleLinear(zoom ?? timeExtent(marks), [margin.left, width - margin.right]);
    const shown = zoom ? marks.filter((mark) => mark.point.mjd >= zoom[0] && mark.point.mjd <= zoom[1]) : marks;
    const [low, high] = valueExtent(shown.length > 0 ? shown : marks, mode);
    const bottom = height - margin.bottom;
    const yScale = scaleLinear([low, high], mode === "flux" ? [bottom, margin.top] : [margin.top, bottom]);
    return { x: xScale, y: yScale, placed: shown.map((mark) => ({ mark, x: xScale(mark.point.mjd), y: yScale(mark.y) })) };
  }, [marks, mode, width, height, zoom, margin.left, margin.right, margin.top, margin.bottom]);

  const at = (event: PointerEvent<SVGSVGElement>): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const onMove = (event: PointerEvent<SVGSVGElement>): void => {
    const [px, py] = at(event);
    if (drag) setDrag({ ...drag, to: px });
    setHovered(nearest(placed, px, py, HOVER_REACH_PX));
  };
  const onUp = (): void => {
    if (drag) {
      const range = zoomRange(drag.from, drag.to, (px) => x.invert(px));
      if (range) onZoom(range);
    }
    setDrag(null);
  };

  return (
    <Box sx={{ position: "relative" }}>
      <svg
        width={width} height={height} role="img" aria-label={label}
        style={{ display: "block", touchAction: "pan-y", cursor: "crosshair" }}
        onPointerMove={onMove}
        onPointerDown={(event) => event.pointerType === "mouse" && setDrag({ from: at(event)[0], to: at(event)[0] })}
        onPointerUp={onUp}
        onPointerLeave={() => { setHovered(null); setDrag(null); }}
        onDoubleClick={() => onZoom(null)}
      >
        <Axes x={x} y={y} width={width} height={height} margin={margin} mode={mode} line={palette.divider} text={palette.text.secondary} />
        {BAND_ORDER.map((band) => (
          <BandMarks key={band} band={band} colour={colours[band]} placed={placed.filter((p) => p.mark.point.band === band)} radius={radius} yOf={(v) => y(v)} />
        ))}
        {fresh && fresh.size > 0 && placed.filter((p) => fresh.has(p.mark.point.id)).map((p) => (
          <circle key={p.mark.point.id} cx={p.x} cy={p.y} r={radius + 5} fill="none" stroke={palette.secondary.main} strokeWidth="2" data-testid="fresh-point" />
        ))}
        {hovered && <circle cx={hovered.x} cy={hovered.y} r={radius + 4} fill="none" stroke={palette.text.primary} strokeWidth="1.5" />}
        {drag && <rect x={Math.min(drag.from, drag.to)} width={Math.abs(drag.to - drag.from)} y={margin.top} height={height - margin.top - margin.bottom} fill={palette.primary.main} fillOpacity="0.14" />}
      </svg>
      {hovered && <PointTip placed={hovered} width={width} mode={mode} />}
    </Box>
  );
}

interface AxesProps {
  x: ReturnType<typeof scaleLinear<number>>;
  y: ReturnType<typeof scaleLinear<number>>;
  width: number;
  height: number;
  margin: { left: number; right: number; top: number; bottom: number };
  mode: PlotMode;
  line: string;
  text: string;
}

function Axes({ x, y, width, height, margin, mode, line, text }: AxesProps) {
  const xTicks = x.ticks(Math.max(3, Math.floor(width / 130)));
  const yTicks = y.ticks(Math.max(3, Math.floor(height / 55)));
  const bottom = height - margin.bottom;
  const xFormat = x.tickFormat(xTicks.length);
  return (
    <g fontSize="11" fill={text} style={{ pointerEvents: "none", userSelect: "none" }}>
      {yTicks.map((tick) => (
        <g key={tick} transform={`translate(0 ${y(tick)})`}>
          <line x1={margin.left} x2={width - margin.right} stroke={line} strokeWidth={mode === "flux" && tick === 0 ? 2 : 1} />
          <text x={margin.left - 7} dy="0.35em" textAnchor="end">{mode === "flux" ? y.tickFormat(6, "~s")(tick) : tick.toFixed(1)}</text>
        </g>
      ))}
      {xTicks.map((tick) => (
        <g key={tick} transform={`translate(${x(tick)} ${bottom})`}>
          <line y2="5" stroke={text} strokeOpacity="0.6" />
          <text y="18" textAnchor={x(tick) > width - 30 ? "end" : "middle"}>{xFormat(tick).replaceAll(",", "")}</text>
          <text y="32" textAnchor="middle" fillOpacity="0.75" fontSize="10" visibility={x(tick) > width - 30 ? "hidden" : "visible"}>{utcDate(mjdToDate(tick))}</text>
        </g>
      ))}
      <text x={margin.left + 6} y={margin.top + 12} fontWeight="600" fontSize="11">{mode === "flux" ? "µJy" : "AB mag"}</text>
      <text x={width - margin.right} y={bottom - 6} textAnchor="end" fontSize="10" fillOpacity="0.8">MJD (UTC)</text>
    </g>
  );
}

interface BandMarksProps {
  band: Band;
  colour: string;
  placed: readonly Placed[];
  radius: number;
  yOf: (value: number) => number;
}

/** All marks of one band: error bars below, then limits, forced points, and detections on top. */
function BandMarks({ band, colour, placed, radius, yOf }: BandMarksProps) {
  if (placed.length === 0) return null;
  const detections = placed.filter((p) => p.mark.kind === "detection");
  const limits = placed.filter((p) => p.mark.kind === "limit");
  const bars = detections
    .filter((p) => p.mark.err !== null)
    .map((p) => `M${p.x.toFixed(1)} ${yOf(p.mark.y - (p.mark.err ?? 0)).toFixed(1)}V${yOf(p.mark.y + (p.mark.err ?? 0)).toFixed(1)}`);
  const path = (wanted: readonly Placed[], size: number): string => wanted.map((p) => markerPath(band, p.x, p.y, size)).join("");
  const faint = detections.filter((p) => p.mark.point.forced || !p.mark.point.detected);
  const strong = detections.filter((p) => !p.mark.point.forced && p.mark.point.detected);
  return (
    <g data-band={band}>
      <path d={bars.join("")} stroke={colour} strokeOpacity="0.6" fill="none" />
      <path d={limits.map((p) => limitPath(p.x, p.y, radius)).join("")} stroke={colour} strokeOpacity="0.75" fill={colour} fillOpacity="0.08" />
      <path d={path(faint, radius * 0.8)} stroke={colour} strokeOpacity="0.65" fill={colour} fillOpacity="0.15" />
      <path d={path(strong, radius)} fill={colour} />
    </g>
  );
}
