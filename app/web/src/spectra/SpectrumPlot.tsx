/** Spectra over wavelength, one above the other, with the lines that one looks for. */
import { useTheme } from "@mui/material";
import { scaleLinear } from "d3-scale";
import { useMemo } from "react";

import { useScheme } from "../charts/BandLegend";
import { type LineSet, linePath, normalised, observed, type Spectrum } from "./lines";

/** Names of lines nearer to each other than this would be written over each other. */
const LABEL_PX = 24;
const MARGIN = { left: 12, right: 12, top: 20, bottom: 34 };
/** Okabe and Ito's, as the bands' are. */
const COLOURS = { light: ["#0072b2", "#c04f00", "#00734f", "#8f3f71", "#7a5c00"], dark: ["#56b4e9", "#ff9d5c", "#4fd3a5", "#e59cc4", "#f0e442"] };

export const spectrumColour = (scheme: "light" | "dark", index: number): string => COLOURS[scheme][index % COLOURS[scheme].length] ?? COLOURS[scheme][0] ?? "";

interface Props {
  spectra: readonly Spectrum[];
  lines: readonly LineSet[];
  redshift: number;
  outflowKms: number;
  width: number;
  height: number;
}

export function SpectrumPlot({ spectra, lines, redshift, outflowKms, width, height }: Props) {
  const theme = useTheme();
  const palette = (theme.vars ?? theme).palette;
  const scheme = useScheme();
  const curves = useMemo(() => spectra.map(normalised), [spectra]);
  const all = curves.flatMap((curve) => curve.points);
  if (all.length === 0 || width === 0) return null;
  const wavelengths = all.map(([wavelength]) => wavelength);
  const fluxes = all.map(([, flux]) => flux).sort((a, b) => a - b);
  const [low, high] = [Math.min(0, fluxes[Math.floor(fluxes.length * 0.005)] ?? 0), fluxes[Math.ceil(fluxes.length * 0.995) - 1] ?? 1];
  const x = scaleLinear([wavelengths.reduce((a, b) => Math.min(a, b)), wavelengths.reduce((a, b) => Math.max(a, b))], [MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear([low, high + (high - low) * 0.06], [height - MARGIN.bottom, MARGIN.top]);
  const [first, last] = x.domain() as [number, number];
  const placed = lines
    .flatMap((set) => set.wavelengths.map((rest) => ({ set, rest, at: observed(rest, redshift, outflowKms) })))
    .filter((line) => line.at > first && line.at < last)
    .sort((a, b) => a.at - b.at);
  const ticks = x.ticks(Math.max(3, Math.floor(width / 110)));
  return (
    <svg width={width} height={height} role="img" aria-label={`${spectra.length} spectra from ${Math.round(first)} to ${Math.round(last)} ångström`} data-testid="spectrum-plot" data-spectra={spectra.length} style={{ display: "block" }}>
      <g fontSize="11" fill={palette.text.secondary}>
        {ticks.map((tick) => (
          <g key={tick} transform={`translate(${x(tick)} 0)`}>
            <line y1={MARGIN.top} y2={height - MARGIN.bottom + 5} stroke={palette.divider} />
            <text y={height - MARGIN.bottom + 18} textAnchor="middle">{tick}</text>
          </g>
        ))}
        <text x={width - MARGIN.right} y={height - 3} textAnchor="end" fontSize="10">observed wavelength / Å; flux over its median</text>
      </g>
      {placed.map(({ set, rest, at }, index) => (
        <g key={`${set.name} ${rest}`} data-testid="spectral-line">
          <line x1={x(at)} x2={x(at)} y1={MARGIN.top} y2={height - MARGIN.bottom} stroke={palette.text.primary} strokeOpacity="0.55" strokeDasharray="3 3" />
          {(index === 0 || x(at) - x(placed[index - 1]?.at ?? 0) > LABEL_PX) && <text x={x(at)} y={MARGIN.top - 6} fontSize="10" textAnchor="middle" fill={palette.text.primary}>{set.name}</text>}
        </g>
      ))}
      {curves.map((curve, index) => (
        <path key={curve.id} d={linePath(curve.points.map(([wavelength, flux]) => [x(wavelength), y(flux)] as const))} fill="none" stroke={spectrumColour(scheme, index)} strokeWidth="1.4" strokeLinejoin="round" />
      ))}
    </svg>
  );
}
