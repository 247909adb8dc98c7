/** Who reads data how long after they were taken: a bar for each reader, from the day on which it opens. */
import { Box, Tooltip, Typography } from "@mui/material";
import { scaleSymlog } from "d3-scale";

import type { PolicyDocument } from "./document";
import { daysLabel, merged, type Opening, openingRows } from "./openings";
import { useGroupNames } from "./fields";

const TICKS = [0, 1, 7, 30, 90, 365, 1095, 3650] as const;

export function OpeningsPlot({ document, holder, compact = false }: { document: PolicyDocument; holder: string; compact?: boolean }) {
  const rows = merged(openingRows(document, new Date()));
  const longest = Math.max(365, ...rows.flatMap((row) => row.openings.map((opening) => opening.fromDays ?? 0)));
  const scale = scaleSymlog([0, longest * 1.9], [0, 100]).constant(4);
  const ticks = TICKS.filter((tick) => tick === 0 || (tick <= longest * 1.2 && scale(tick) > 9));
  return (
    <Box data-testid="openings" role="figure" aria-label="Who sees the data how long after they were taken" sx={{ fontSize: "0.78rem" }}>
      {rows.map((row) => (
        <Box key={row.key} sx={{ mb: 1 }}>
          {(rows.length > 1 || !compact) && <Typography component="div" sx={{ fontSize: "0.78rem", fontWeight: 650, mb: 0.25 }}>{row.label}</Typography>}
          {!compact && <Bar name={holder} opening={{ groupId: 0, fromDays: 0, events: [], never: false }} left={0} />}
          {row.openings.map((opening, index) => <NamedBar key={index} opening={opening} left={scale(opening.fromDays ?? 0)} />)}
          {row.openings.length === 0 && <Typography component="div" sx={{ fontSize: "0.78rem", color: "text.secondary" }}>Nobody beyond the holder’s group.</Typography>}
        </Box>
      ))}
      <Box sx={{ display: "grid", gridTemplateColumns: COLUMNS, gap: 1, color: "text.secondary" }} aria-hidden="true">
        <span />
        <Box sx={{ position: "relative", height: 34, borderTop: 1, borderColor: "divider" }}>
          {ticks.map((tick) => (
            <Box key={tick} component="span" sx={{ position: "absolute", left: `${scale(tick)}%`, top: 2, fontSize: "0.68rem", transform: tick === 0 ? "none" : "translateX(-50%)", whiteSpace: "nowrap" }}>{tick === 0 ? "0" : daysLabel(tick)}</Box>
          ))}
          <Box component="span" sx={{ position: "absolute", left: 0, bottom: 0, fontSize: "0.68rem", whiteSpace: "nowrap" }}>after the night of the observation</Box>
        </Box>
      </Box>
    </Box>
  );
}

const COLUMNS = "minmax(76px, 26%) minmax(0,1fr)";

function NamedBar({ opening, left }: { opening: Opening; left: number }) {
  const { nameOf } = useGroupNames();
  return <Bar name={opening.groupId === null ? "Everybody" : nameOf(opening.groupId)} opening={opening} left={left} />;
}

function Bar({ name, opening, left }: { name: string; opening: Opening; left: number }) {
  const waits = opening.events.length > 0;
  const said = opening.never ? "never" : [opening.fromDays === 0 && waits ? "" : daysLabel(opening.fromDays ?? 0), ...opening.events].filter(Boolean).join(" and ");
  const colour = opening.groupId === null ? "success.main" : "primary.main";
  return (
    <Tooltip title={`${name}: ${said}`} placement="top-start">
      <Box sx={{ display: "grid", gridTemplateColumns: COLUMNS, gap: 1, alignItems: "center", mb: 0.4 }} data-testid="opening">
        <Box component="span" sx={{ overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", textAlign: "right", color: "text.secondary" }}>{name}</Box>
        <Box sx={{ position: "relative", height: 18, borderRadius: 0.75, bgcolor: "action.hover", overflow: "hidden" }}>
          {!opening.never && (
            <Box sx={{ position: "absolute", left: `${Math.min(left, 96)}%`, right: 0, top: 0, bottom: 0, bgcolor: colour, opacity: waits ? 0.35 : 0.85, backgroundImage: waits ? "repeating-linear-gradient(135deg, rgba(127,127,127,.55) 0 4px, transparent 4px 9px)" : "none" }} />
          )}
          <Box component="span" sx={{ position: "absolute", top: 0, lineHeight: "18px", fontSize: "0.7rem", fontWeight: 600, px: 0.6, maxWidth: "100%", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", ...labelSide(left, opening) }}>{said}</Box>
        </Box>
      </Box>
    </Tooltip>
  );
}

/** The words stand in the bar where it is long, else before it; on hatching they keep the page's own colour. */
function labelSide(left: number, opening: Opening): object {
  if (opening.never) return { left: 0, color: "text.secondary" };
  if (opening.events.length > 0) return { left: 0, color: "text.primary" };
  return left > 55 ? { right: `${100 - left}%`, color: "text.primary" } : { left: `${left}%`, color: "background.paper" };
}
