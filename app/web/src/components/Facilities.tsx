/** Each telescope's state now: open, closed or unknown; night or day; and why. */
import { Box, Card, Skeleton, Stack, Tooltip, Typography } from "@mui/material";
import { CircleCheck, CircleHelp, CircleX, type LucideIcon, Moon, Sun } from "lucide-react";

import { useFacilities } from "../api/queries";
import type { Facility } from "../api/types";
import { ErrorNote } from "./ErrorNote";
import { TimeText } from "./TimeText";

const OPENNESS: Record<"open" | "closed" | "unknown", { icon: LucideIcon; colour: string }> = {
  open: { icon: CircleCheck, colour: "success.main" },
  closed: { icon: CircleX, colour: "error.main" },
  unknown: { icon: CircleHelp, colour: "text.secondary" },
};

export function opennessOf(facility: Pick<Facility, "open"> | null): "open" | "closed" | "unknown" {
  if (facility?.open === true) return "open";
  return facility?.open === false ? "closed" : "unknown";
}

export function OpenMark({ facility }: { facility: Facility | null }) {
  const openness = opennessOf(facility);
  const { icon: Icon, colour } = OPENNESS[openness];
  const night = facility?.is_night;
  return (
    <Stack direction="row" sx={{ gap: 0.5, alignItems: "center", color: colour, fontWeight: 650, fontSize: "0.82rem", whiteSpace: "nowrap" }}>
      <Icon size={15} aria-hidden="true" /> {openness}
      {night != null && (
        <Tooltip title={night ? "It is night there" : "It is day there"}>
          <Box component="span" sx={{ color: "text.secondary", display: "inline-flex", alignItems: "center", gap: 0.4, fontWeight: 500, ml: 0.5 }}>
            {night ? <Moon size={13} aria-hidden="true" /> : <Sun size={13} aria-hidden="true" />} {night ? "night" : "day"}
          </Box>
        </Tooltip>
      )}
    </Stack>
  );
}

export function FacilitiesStrip() {
  const facilities = useFacilities();
  if (facilities.isError) return <ErrorNote error={facilities.error} onRetry={() => void facilities.refetch()} />;
  if (facilities.isPending) return <Skeleton variant="rounded" height={78} />;
  if (facilities.data.length === 0) {
    return <Typography sx={{ color: "text.secondary" }}>None of your groups has an allocation at a telescope yet. A group administrator can add one.</Typography>;
  }
  return (
    <Box data-testid="facilities" sx={{ display: "grid", gridTemplateColumns: { xs: "1fr", sm: "repeat(auto-fit, minmax(220px, 1fr))" }, gap: 1 }}>
      {facilities.data.map((facility) => (
        <Card key={facility.allocation_id} data-testid={`facility-${facility.site || facility.allocation_id}`} data-open={opennessOf(facility)} sx={{ p: 1.25 }}>
          <Stack direction="row" sx={{ justifyContent: "space-between", gap: 1, alignItems: "baseline" }}>
            <Typography variant="h3" noWrap title={facility.telescope}>{facility.telescope || facility.site}</Typography>
            <OpenMark facility={facility} />
          </Stack>
          <Typography sx={{ fontSize: "0.84rem", mt: 0.25 }}>{facility.why || "The site has not said why."}</Typography>
          <Typography sx={{ fontSize: "0.76rem", color: "text.secondary" }}>
            {[facility.facility, facility.instrument].filter(Boolean).join(" · ")} · checked <TimeText value={facility.checked_at} relative />
          </Typography>
        </Card>
      ))}
    </Box>
  );
}
