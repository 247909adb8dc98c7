/** The light curve's extents and ticks, apart from drawing so that they can be tested. */
import type { PlotMark, PlotMode } from "../lib/photometry";

export type Extent = readonly [number, number];

/** The first and last MJD with a margin; at least `minimumDays` wide so that a single night is not a wall of labels. */
export function timeExtent(marks: readonly PlotMark[], minimumDays = 1): Extent {
  const times = marks.map((mark) => mark.point.mjd);
  const [low, high] = [Math.min(...times), Math.max(...times)];
  const margin = Math.max((high - low) * 0.05, (minimumDays - (high - low)) / 2, 0.02);
  return [low - margin, high + margin];
}

/**
 * The range of values. Error bars count up to three times the spread of the points, so that one hopeless
 * measurement does not flatten all the others.
 */
export function valueExtent(marks: readonly PlotMark[], mode: PlotMode): Extent {
  const values = marks.map((mark) => mark.y);
  let [low, high] = [Math.min(...values), Math.max(...values)];
  const spread = Math.max(high - low, mode === "flux" ? 1e-6 : 0.2);
  for (const mark of marks) {
    const err = Math.min(mark.err ?? 0, spread * 3);
    low = Math.min(low, mark.y - err);
    high = Math.max(high, mark.y + err);
  }
  if (mode === "flux") [low, high] = [Math.min(low, 0), Math.max(high, 0)];
  const margin = Math.max((high - low) * 0.08, mode === "flux" ? 1e-6 : 0.1);
  return [low - margin, high + margin];
}

/** The mark nearest to a pixel position, within `reach` pixels. */
export function nearest<T extends { x: number; y: number }>(marks: readonly T[], x: number, y: number, reach: number): T | null {
  let best: T | null = null;
  let bestDistance = reach * reach;
  for (const mark of marks) {
    const distance = (mark.x - x) ** 2 + (mark.y - y) ** 2;
    if (distance <= bestDistance) [best, bestDistance] = [mark, distance];
  }
  return best;
}

/** A zoom from a drag; too short a drag is a click. */
export function zoomRange(fromPx: number, toPx: number, invert: (px: number) => number, minimumPx = 8): Extent | null {
  if (Math.abs(toPx - fromPx) < minimumPx) return null;
  return [invert(Math.min(fromPx, toPx)), invert(Math.max(fromPx, toPx))];
}
