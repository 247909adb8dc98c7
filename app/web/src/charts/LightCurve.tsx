/** A source's light curve: detections with error bars, upper limits, forced photometry; magnitudes or fluxes. */
import { Box, Button, Stack, ToggleButton, ToggleButtonGroup, Typography } from "@mui/material";
import { useMemo, useState } from "react";

import type { PhotometryPoint } from "../api/types";
import { type Band, markOf, type PlotMode, toPlotPoints } from "../lib/photometry";
import { usePreference } from "../lib/preferences";
import { BandLegend } from "./BandLegend";
import { BAND_ORDER } from "./bands";
import { LightCurvePlot } from "./LightCurvePlot";
import type { Extent } from "./scales";
import { useWidth } from "./useSize";

const MODE_LABEL: Record<PlotMode, string> = { mag: "Magnitude", flux: "Flux", total: "Total mag" };

function describe(marks: { kind: string; point: { band: Band } }[], bands: readonly Band[]): string {
  const detections = marks.filter((mark) => mark.kind === "detection").length;
  return `Light curve with ${detections} detections and ${marks.length - detections} upper limits in ${bands.join(", ")}.`;
}

interface Props {
  photometry: readonly PhotometryPoint[];
  height?: number;
  /** Points with these ids arrived while the page was open, and are ringed. */
  fresh?: ReadonlySet<number>;
  compact?: boolean;
}

export function LightCurve({ photometry, height = 300, fresh, compact = false }: Props) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const [mode, setMode] = usePreference<PlotMode>("light-curve-mode", "mag");
  const [hidden, setHidden] = useState<ReadonlySet<Band>>(new Set());
  const [zoom, setZoom] = useState<Extent | null>(null);

  const points = useMemo(() => toPlotPoints(photometry), [photometry]);
  const hasTotal = points.some((point) => point.totalMag !== null);
  const shownMode = mode === "total" && !hasTotal ? "mag" : mode;
  const bands = BAND_ORDER.filter((band) => points.some((point) => point.band === band));
  const marks = useMemo(
    () => points.map((point) => markOf(point, shownMode)).filter((mark) => mark !== null && !hidden.has(mark.point.band)),
    [points, shownMode, hidden],
  ) as NonNullable<ReturnType<typeof markOf>>[];
  const toggle = (band: Band): void => {
    const next = new Set(hidden);
    if (!next.delete(band)) next.add(band);
    setHidden(next);
  };
  const modes: PlotMode[] = hasTotal ? ["mag", "flux", "total"] : ["mag", "flux"];

  return (
    <Box
      data-testid="light-curve"
      data-points={photometry.length}
      data-shown={marks.length}
      data-detections={marks.filter((mark) => mark.kind === "detection").length}
      data-fresh={fresh?.size ?? 0}
    >
      <Stack direction="row" sx={{ gap: 1, alignItems: "center", flexWrap: "wrap", mb: 0.5 }}>
        <BandLegend points={points} bands={bands} hidden={hidden} onToggle={toggle} />
        <Box sx={{ flex: 1 }} />
        {zoom && (
          <Button size="small" onClick={() => setZoom(null)} data-testid="light-curve-reset">
            Whole curve
          </Button>
        )}
        <ToggleButtonGroup
          exclusive
          size="small"
          value={shownMode}
          onChange={(_event, value: PlotMode | null) => value && setMode(value)}
          aria-label="What the light curve shows"
          sx={{ "& .MuiToggleButton-root": { py: 0.25, px: 1.1, textTransform: "none" } }}
        >
          {modes.map((value) => (
            <ToggleButton key={value} value={value} data-testid={`light-curve-${value}`}>
              {MODE_LABEL[value]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Stack>
      <Box ref={frame} sx={{ width: "100%", minHeight: height, position: "relative" }}>
        {marks.length === 0 ? (
          <Typography sx={{ color: "text.secondary", pt: 6, textAlign: "center" }}>
            {points.length === 0 ? "No photometry yet. It appears here as soon as it arrives." : "Every band is switched off: choose one above."}
          </Typography>
        ) : (
          width > 0 && (
            <LightCurvePlot
              marks={marks} mode={shownMode} width={width} height={height} zoom={zoom} onZoom={setZoom}
              fresh={fresh} compact={compact} label={describe(marks, bands)}
            />
          )
        )}
      </Box>
    </Box>
  );
}
