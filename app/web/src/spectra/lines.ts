/** Spectra as the plot needs them, and the lines that one looks for in them. */

export interface Spectrum {
  id: number;
  instrument_name: string;
  telescope_name: string;
  observed_at: string;
  label?: string | null;
  type?: string | null;
  origin?: string | null;
  units?: string | null;
  wavelengths?: number[] | null;
  fluxes?: number[] | null;
}

export interface LineSet { name: string; wavelengths: readonly number[] }

/** Rest wavelengths in ångström, in air (NIST Atomic Spectra Database); doublets by their stronger or mean line. */
export const LINE_SETS: readonly LineSet[] = [
  { name: "H", wavelengths: [6562.8, 4861.3, 4340.5, 4101.7] },
  { name: "He I", wavelengths: [5875.6, 6678.2, 7065.2, 4471.5] },
  { name: "He II", wavelengths: [4685.7] },
  { name: "[O III]", wavelengths: [5006.8, 4958.9] },
  { name: "Na I", wavelengths: [5892.9] },
  { name: "Mg II", wavelengths: [4481.2, 2798.0] },
  { name: "Si II", wavelengths: [6355.0] },
  { name: "S II", wavelengths: [5453.9, 5640.0] },
  { name: "Ca II", wavelengths: [3933.7, 3968.5, 8542.1] },
  { name: "Fe II", wavelengths: [5169.0, 5018.4] },
];

/** Where a line is seen, redshifted by `z` and, blueshifted by an outflow of `kms` km/s. */
export function observed(rest: number, z: number, kms = 0): number {
  const LIGHT_KMS = 299_792.458;
  return rest * (1 + z) * (1 - kms / LIGHT_KMS);
}

export interface Curve { id: number; points: readonly (readonly [number, number])[] }

/** A spectrum divided by its median flux, so that several can be compared; what is no number is left out. */
export function normalised(spectrum: Spectrum): Curve {
  const fluxes = spectrum.fluxes ?? [];
  const pairs = (spectrum.wavelengths ?? []).map((wavelength, index) => [wavelength, fluxes[index]] as const).filter((pair): pair is readonly [number, number] => Number.isFinite(pair[0]) && Number.isFinite(pair[1]));
  const sorted = pairs.map(([, flux]) => Math.abs(flux)).sort((a, b) => a - b);
  const scale = sorted[Math.floor(sorted.length / 2)] || 1;
  return { id: spectrum.id, points: pairs.map(([wavelength, flux]) => [wavelength, flux / scale] as const) };
}

/** A path through the points, thinned to two (lowest and highest) a pixel where there are more than that. */
export function linePath(points: readonly (readonly [number, number])[]): string {
  const kept: (readonly [number, number])[] = [];
  let column: (readonly [number, number])[] = [];
  const flush = (): void => {
    if (column.length <= 2) kept.push(...column);
    else {
      const low = column.reduce((a, b) => (b[1] < a[1] ? b : a));
      const high = column.reduce((a, b) => (b[1] > a[1] ? b : a));
      kept.push(...(low[0] <= high[0] ? [low, high] : [high, low]));
    }
    column = [];
  };
  for (const point of points) {
    if (column[0] && Math.floor(point[0]) !== Math.floor(column[0][0])) flush();
    column.push(point);
  }
  flush();
  return kept.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
}
