import { ButtonBase, Stack, useColorScheme } from "@mui/material";

import type { Band, PlotPoint } from "../lib/photometry";
import { BAND_COLOUR, limitPath, markerPath } from "./bands";

export function useScheme(): "light" | "dark" {
  const { mode, systemMode } = useColorScheme();
  return (mode === "system" ? systemMode : mode) === "dark" ? "dark" : "light";
}

interface Props {
  points: readonly PlotPoint[];
  bands: readonly Band[];
  hidden: ReadonlySet<Band>;
  onToggle: (band: Band) => void;
}

/** Marker, band and number of points; a click hides or shows the band. */
export function BandLegend({ points, bands, hidden, onToggle }: Props) {
  const colours = BAND_COLOUR[useScheme()];
  const hasLimits = points.some((point) => !point.detected && point.limit !== null);
  const hasForced = points.some((point) => point.forced);
  return (
    <Stack direction="row" sx={{ gap: 0.5, flexWrap: "wrap", alignItems: "center" }} role="group" aria-label="Bands">
      {bands.map((band) => (
        <ButtonBase
          key={band}
          aria-pressed={!hidden.has(band)}
          onClick={() => onToggle(band)}
          title={hidden.has(band) ? `Show ${band}` : `Hide ${band}`}
          sx={{
            gap: 0.5, px: 0.75, py: 0.35, borderRadius: 1, fontSize: "0.8rem", fontWeight: 600,
            opacity: hidden.has(band) ? 0.35 : 1, "&:hover": { bgcolor: "action.hover" },
          }}
        >
          <svg width="14" height="14" aria-hidden="true">
            <path d={markerPath(band, 7, 7, 4.6)} fill={colours[band]} />
          </svg>
          {band}
          <span style={{ fontWeight: 400, opacity: 0.7 }}>{points.filter((point) => point.band === band).length}</span>
        </ButtonBase>
      ))}
      {hasLimits && (
        <LegendNote label="limit">
          <path d={limitPath(7, 3, 4.6)} fill="none" stroke="currentColor" strokeWidth="1.2" />
        </LegendNote>
      )}
      {hasForced && (
        <LegendNote label="forced">
          <path d={markerPath("g", 7, 7, 4)} fill="currentColor" fillOpacity="0.15" stroke="currentColor" strokeOpacity="0.6" />
        </LegendNote>
      )}
    </Stack>
  );
}

function LegendNote({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <Stack direction="row" sx={{ gap: 0.5, px: 0.75, alignItems: "center", fontSize: "0.8rem", color: "text.secondary" }}>
      <svg width="14" height="14" aria-hidden="true">{children}</svg>
      {label}
    </Stack>
  );
}
