import { Paper, Typography } from "@mui/material";

import type { PlotMode, PlotPoint } from "../lib/photometry";
import { localText, mjdToDate, utcMinute } from "../lib/time";
import type { Placed } from "./LightCurvePlot";

const TIP_WIDTH = 232;

function withError(value: number | null, err: number | null, digits: number): string {
  if (value === null) return "—";
  return err === null ? value.toFixed(digits) : `${value.toFixed(digits)} ± ${err.toFixed(digits)}`;
}

function lines(point: PlotPoint, mode: PlotMode): string[] {
  const value =
    mode === "total"
      ? `${withError(point.totalMag, point.totalMagErr, 3)} mag (total)`
      : point.detected
        ? `${withError(point.mag, point.magErr, 3)} mag`
        : `fainter than ${point.limit?.toFixed(2) ?? "—"} mag`;
  return [value, `${withError(point.fluxUjy, point.fluxErrUjy, 2)} µJy`];
}

/** What one point says: value, time in UTC and local, instrument, origin. */
export function PointTip({ placed, width, mode }: { placed: Placed; width: number; mode: PlotMode }) {
  const point = placed.mark.point;
  const date = mjdToDate(point.mjd);
  const left = Math.max(0, Math.min(width - TIP_WIDTH, placed.x + (placed.x > width / 2 ? -TIP_WIDTH - 14 : 14)));
  return (
    <Paper
      elevation={6}
      role="status"
      data-testid="light-curve-tip"
      sx={{ position: "absolute", top: Math.max(0, placed.y - 50), left, width: TIP_WIDTH, p: 1, pointerEvents: "none", zIndex: 3 }}
    >
      <Typography sx={{ fontWeight: 700, fontSize: "0.82rem" }}>
        {point.filter}
        {point.forced && " · forced"}
      </Typography>
      {lines(point, mode).map((line) => <Typography key={line} sx={{ fontSize: "0.8rem" }}>{line}</Typography>)}
      <Typography sx={{ fontSize: "0.76rem", color: "text.secondary", mt: 0.5 }}>
        {utcMinute(date)} UTC · MJD {point.mjd.toFixed(4)}
        <br />
        {localText(date)} local
        {point.instrument && (<><br />{point.instrument}</>)}
        {point.origin && ` · ${point.origin}`}
      </Typography>
    </Paper>
  );
}
