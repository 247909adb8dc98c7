import { describe, expect, it } from "vitest";

import { linePath, normalised, observed } from "./lines";

const SPECTRUM = { id: 1, instrument_name: "S", telescope_name: "T", observed_at: "2026-01-01T00:00:00" };

describe("spectra", () => {
  it("are divided by their median", () => {
    const { points } = normalised({ ...SPECTRUM, wavelengths: [4000, 5000, 6000, 7000], fluxes: [2, 4, NaN, 8] });
    expect(points).toEqual([[4000, 0.5], [5000, 1], [7000, 2]]);
    expect(normalised({ ...SPECTRUM, wavelengths: [4000], fluxes: [0] }).points).toEqual([[4000, 0]]);
  });
  it("have lines where redshift and outflow put them", () => {
    expect(observed(6562.8, 0.1)).toBeCloseTo(7219.08, 2);
    expect(observed(6355, 0, 10_000)).toBeCloseTo(6143.02, 1);
  });
  it("are drawn with two points a pixel, the extremes", () => {
    expect(linePath([[0.1, 5], [0.2, 1], [0.3, 9], [0.4, 4], [1.1, 2]])).toBe("M0.2 1.0L0.3 9.0L1.1 2.0");
    expect(linePath([])).toBe("");
  });
});
