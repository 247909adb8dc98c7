import { describe, expect, it } from "vitest";

import {
  bandOf, fluxErrFromMag, fluxFromMag, isForced, lastDetection, limitFromNoise, magErrFromFlux, magFromFlux, markOf, toPlotPoint, toPlotPoints, toUjy,
} from "./photometry";

describe("flux and magnitude", () => {
  it("puts 1 µJy at 23.9 and 3631 Jy at 0, by definition of the AB system", () => {
    expect(magFromFlux(1)).toBeCloseTo(23.9, 10);
    expect(magFromFlux(3631e6)).toBeCloseTo(0, 3);
  });
  it("goes there and back", () => {
    for (const mag of [12.3, 18, 21.7, 25]) expect(magFromFlux(fluxFromMag(mag))).toBeCloseTo(mag, 10);
  });
  it("has no magnitude for a flux that is not positive", () => {
    expect(magFromFlux(0)).toBeNull();
    expect(magFromFlux(-3)).toBeNull();
    expect(magErrFromFlux(-3, 1)).toBeNull();
  });
  it("gives a 10 σ detection an error of 0.1086 mag", () => {
    expect(magErrFromFlux(10, 1)).toBeCloseTo(0.10857, 5);
    expect(fluxErrFromMag(21.4, 0.10857)).toBeCloseTo(1, 3);
  });
  it("puts the 3 σ limit of a noise of 1 µJy at 22.71", () => {
    expect(limitFromNoise(1)).toBeCloseTo(23.9 - 2.5 * Math.log10(3), 10);
    expect(limitFromNoise(0)).toBeNull();
  });
  it("scales other zero points to µJy", () => {
    expect(toUjy(10, 23.9)).toBeCloseTo(10);
    expect(toUjy(10, 25)).toBeCloseTo(10 * 10 ** -0.44);
    expect(toUjy(10, null)).toBe(10);
  });
});

describe("bands", () => {
  it.each([["ztfg", "g"], ["sdssr", "r"], ["lsstu", "u"], ["ps1::z", "z"], ["lssty", "y"], ["atlaso", "r"], ["atlasc", "g"], ["bessellv", "g"], ["2massks", "other"], [null, "other"]])("reads %s as %s", (filter, band) => {
    expect(bandOf(filter)).toBe(band);
  });
});

describe("points", () => {
  const point = { id: 1, mjd: 60000, filter: "ztfr", origin: "" };
  it("takes the API's magnitude where it gives one", () => {
    const shown = toPlotPoint({ ...point, mag: 18.5, magerr: 0.05, flux: fluxFromMag(18.5), fluxerr: 6.6, zp: 23.9 });
    expect(shown).toMatchObject({ detected: true, mag: 18.5, magErr: 0.05 });
    expect(shown && markOf(shown, "mag")).toMatchObject({ kind: "detection", y: 18.5 });
  });
  it("shows a faint flux as an upper limit among magnitudes, and as itself among fluxes", () => {
    const shown = toPlotPoint({ ...point, flux: 1.2, fluxerr: 1, zp: 23.9 });
    expect(shown?.detected).toBe(false);
    expect(shown && markOf(shown, "mag")).toMatchObject({ kind: "limit", y: limitFromNoise(1) });
    expect(shown && markOf(shown, "flux")).toMatchObject({ kind: "detection", y: 1.2, err: 1 });
  });
  it("keeps the sign of a negative difference flux", () => {
    const shown = toPlotPoint({ ...point, flux: -50, fluxerr: 2, zp: 23.9 });
    expect(shown).toMatchObject({ detected: true, mag: null });
    expect(shown && markOf(shown, "flux")).toMatchObject({ y: -50 });
    expect(shown && markOf(shown, "mag")?.kind).toBe("limit");
  });
  it("shows a bare limit, and nothing where there is nothing", () => {
    const limit = toPlotPoint({ ...point, limiting_mag: 20.4 });
    expect(limit && markOf(limit, "mag")).toMatchObject({ kind: "limit", y: 20.4 });
    const empty = toPlotPoint(point);
    expect(empty && markOf(empty, "mag")).toBeNull();
    expect(toPlotPoint({ ...point, mjd: null })).toBeNull();
  });
  it("knows forced photometry by its origin or altdata", () => {
    expect(isForced({ ...point, origin: "alert_fp" })).toBe(true);
    expect(isForced({ ...point, origin: "forced" })).toBe(true);
    expect(isForced({ ...point, altdata: { forced: true } })).toBe(true);
    expect(isForced({ ...point, origin: "fphoto" })).toBe(false);
  });
  it("orders by time and finds the last detection", () => {
    const points = toPlotPoints([{ ...point, id: 3, mjd: 3, limiting_mag: 20 }, { ...point, id: 1, mjd: 1, mag: 19, magerr: 0.1 }, { ...point, id: 2, mjd: 2, mag: 18, magerr: 0.1 }]);
    expect(points.map((p) => p.id)).toEqual([1, 2, 3]);
    expect(lastDetection(points)?.id).toBe(2);
  });
});
