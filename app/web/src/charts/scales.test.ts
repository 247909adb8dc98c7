import { describe, expect, it } from "vitest";

import { type PlotMark, toPlotPoint } from "../lib/photometry";
import { limitPath, markerPath } from "./bands";
import { nearest, timeExtent, valueExtent, zoomRange } from "./scales";

function mark(mjd: number, y: number, err: number | null = null): PlotMark {
  const point = toPlotPoint({ id: mjd, mjd, filter: "ztfg", mag: y, magerr: err });
  if (!point) throw new Error("a point with a time is always drawn");
  return { point, kind: "detection", y, err };
}

describe("extents", () => {
  it("holds every point, and a single night is at least a day wide", () => {
    const [low, high] = timeExtent([mark(100, 18), mark(100.01, 18)]);
    expect(high - low).toBeGreaterThanOrEqual(1);
    expect(low).toBeLessThan(100);
  });
  it("counts error bars, but not one hopeless one", () => {
    const [low, high] = valueExtent([mark(1, 18, 0.2), mark(2, 19, 50)], "mag");
    expect(low).toBeLessThan(18);
    expect(high).toBeLessThan(23);
  });
  it("shows zero flux", () => {
    const [low, high] = valueExtent([mark(1, 100), mark(2, 120)], "flux");
    expect(low).toBeLessThanOrEqual(0);
    expect(high).toBeGreaterThan(120);
  });
});

it("finds the nearest mark within reach", () => {
  const marks = [{ x: 0, y: 0 }, { x: 10, y: 0 }];
  expect(nearest(marks, 8, 1, 5)).toBe(marks[1]);
  expect(nearest(marks, 100, 100, 5)).toBeNull();
});

it("zooms to a drag and ignores a click", () => {
  expect(zoomRange(60, 20, (px) => px / 10)).toEqual([2, 6]);
  expect(zoomRange(20, 22, (px) => px)).toBeNull();
});

it("draws closed outlines", () => {
  for (const band of ["u", "g", "r", "i", "z", "y", "other"] as const) expect(markerPath(band, 5, 5, 4)).toMatch(/^M.*Z$/);
  expect(limitPath(5, 5, 4)).toMatch(/^M.*Z$/);
});
