/**
 * What a photometry row of the API means for a plot.
 *
 * Fluxes are in µJy, so that the AB zero point is 23.9 (AB magnitude 0 is 3631 Jy; Oke & Gunn 1983).
 */
import type { PhotometryPoint } from "../api/types";

export const ZERO_POINT_UJY = 23.9;
const POGSON = 2.5 / Math.LN10;
/** Below this signal-to-noise ratio a point is not a detection, as in SkyPortal. */
export const DETECTION_SNR = 3;

export function magFromFlux(fluxUjy: number): number | null {
  return fluxUjy > 0 ? ZERO_POINT_UJY - 2.5 * Math.log10(fluxUjy) : null;
}

export function fluxFromMag(mag: number): number {
  return 10 ** (-0.4 * (mag - ZERO_POINT_UJY));
}

/** First-order error propagation: σ_m = (2.5 / ln 10) σ_f / f. */
export function magErrFromFlux(fluxUjy: number, fluxErrUjy: number): number | null {
  return fluxUjy > 0 ? (POGSON * fluxErrUjy) / fluxUjy : null;
}

export function fluxErrFromMag(mag: number, magErr: number): number {
  return (fluxFromMag(mag) * magErr) / POGSON;
}

/** The magnitude of a source that would just have been detected, `nsigma` times the noise. */
export function limitFromNoise(fluxErrUjy: number, nsigma = DETECTION_SNR): number | null {
  return fluxErrUjy > 0 ? magFromFlux(nsigma * fluxErrUjy) : null;
}

/** Scale a flux given with another zero point to µJy. */
export function toUjy(flux: number, zeroPoint: number | null | undefined): number {
  return zeroPoint == null ? flux : flux * 10 ** (-0.4 * (zeroPoint - ZERO_POINT_UJY));
}

export type Band = "u" | "g" | "r" | "i" | "z" | "y" | "other";
const BANDS: ReadonlySet<string> = new Set(["u", "g", "r", "i", "z", "y"]);
/** Filters whose last letter is not the band that they are nearest to. */
const NEAREST_BAND: Readonly<Record<string, Band>> = {
  atlasc: "g", atlaso: "r", bessellb: "g", bessellv: "g", "gaia::g": "g", "gaia::gbp": "g", "gaia::grp": "r",
};

/** The ugrizy band that a filter's name ends in (`ztfg`, `sdssr`, `lsstu`, `ps1::z`), or "other". */
export function bandOf(filter: string | null | undefined): Band {
  const name = (filter ?? "").toLowerCase();
  const nearest = NEAREST_BAND[name];
  if (nearest) return nearest;
  const last = name.at(-1) ?? "";
  return BANDS.has(last) ? (last as Band) : "other";
}

export interface PlotPoint {
  id: number;
  mjd: number;
  filter: string;
  band: Band;
  instrument: string;
  forced: boolean;
  detected: boolean;
  mag: number | null;
  magErr: number | null;
  limit: number | null;
  fluxUjy: number | null;
  fluxErrUjy: number | null;
  totalMag: number | null;
  totalMagErr: number | null;
  origin: string;
}

function finite(value: number | null | undefined): number | null {
  return value != null && Number.isFinite(value) ? value : null;
}

export function isForced(point: PhotometryPoint): boolean {
  const altdata = point.altdata;
  if (altdata && typeof altdata === "object" && altdata["forced"] === true) return true;
  return /forced|(^|[^a-z])fp([^a-z]|$)/i.test(point.origin ?? "");
}

function measured(point: PhotometryPoint): Pick<PlotPoint, "mag" | "magErr" | "fluxUjy" | "fluxErrUjy"> {
  const flux = finite(point.flux);
  const fluxErr = finite(point.fluxerr);
  const fluxUjy = flux === null ? null : toUjy(flux, point.zp);
  const fluxErrUjy = fluxErr === null ? null : toUjy(fluxErr, point.zp);
  const mag = finite(point.mag);
  const magErr = finite(point.magerr);
  if (mag !== null && fluxUjy === null) {
    return { mag, magErr, fluxUjy: fluxFromMag(mag), fluxErrUjy: magErr === null ? null : fluxErrFromMag(mag, magErr) };
  }
  return { mag, magErr, fluxUjy, fluxErrUjy };
}

/** One row of `GET /api/sources/{id}/photometry` for the light curve; null where it has no time. */
export function toPlotPoint(point: PhotometryPoint): PlotPoint | null {
  const mjd = finite(point.mjd);
  if (mjd === null) return null;
  const { mag, magErr, fluxUjy, fluxErrUjy } = measured(point);
  const snr = fluxUjy !== null && fluxErrUjy !== null && fluxErrUjy > 0 ? fluxUjy / fluxErrUjy : finite(point.snr);
  const detected = mag !== null || (snr !== null && Math.abs(snr) >= DETECTION_SNR);
  const shownMag = mag ?? (detected && fluxUjy !== null ? magFromFlux(fluxUjy) : null);
  const shownErr =
    magErr ?? (shownMag !== null && fluxUjy !== null && fluxErrUjy !== null ? magErrFromFlux(fluxUjy, fluxErrUjy) : null);
  return {
    id: point.id,
    mjd,
    filter: point.filter ?? "?",
    band: bandOf(point.filter),
    instrument: point.instrument_name ?? point.instrument ?? "",
    forced: isForced(point),
    detected,
    mag: shownMag,
    magErr: shownErr,
    limit: finite(point.limiting_mag) ?? (fluxErrUjy === null ? null : limitFromNoise(fluxErrUjy)),
    fluxUjy,
    fluxErrUjy,
    totalMag: finite(point.magtot),
    totalMagErr: finite(point.e_magtot),
    origin: point.origin ?? "",
  };
}

export function toPlotPoints(points: readonly PhotometryPoint[]): PlotPoint[] {
  return points.map(toPlotPoint).filter((point) => point !== null).sort((a, b) => a.mjd - b.mjd);
}

export type PlotMode = "mag" | "flux" | "total";

export interface PlotMark {
  point: PlotPoint;
  kind: "detection" | "limit";
  y: number;
  err: number | null;
}

/** Where a point is drawn: a value with its error, an upper limit, or nowhere in this mode. */
export function markOf(point: PlotPoint, mode: PlotMode): PlotMark | null {
  if (mode === "flux") {
    if (point.fluxUjy !== null) return { point, kind: "detection", y: point.fluxUjy, err: point.fluxErrUjy };
    return point.limit === null ? null : { point, kind: "limit", y: fluxFromMag(point.limit), err: null };
  }
  if (mode === "total" && point.totalMag !== null) {
    return { point, kind: "detection", y: point.totalMag, err: point.totalMagErr };
  }
  if (mode === "total") return null;
  if (point.detected && point.mag !== null) return { point, kind: "detection", y: point.mag, err: point.magErr };
  // A significant negative difference flux has no magnitude; the limit at that time still says something.
  return point.limit === null ? null : { point, kind: "limit", y: point.limit, err: null };
}

export function lastDetection(points: readonly PlotPoint[]): PlotPoint | null {
  return points.findLast((point) => point.detected && point.mag !== null) ?? null;
}
