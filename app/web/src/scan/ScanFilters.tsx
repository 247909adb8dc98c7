import { MenuItem, Stack, TextField } from "@mui/material";

import type { Group } from "../api/types";

export interface ScanSettings {
  /** How far back to look, in hours; 0 means without a limit. */
  hours: number;
  saved: "all" | "notSavedToAnyAccessible" | "savedToAnyAccessible";
  groupId: number | null;
}

export const DEFAULT_SETTINGS: ScanSettings = { hours: 0, saved: "all", groupId: null };

const RANGES = [[12, "Last 12 hours"], [24, "Last 24 hours"], [72, "Last 3 days"], [168, "Last 7 days"], [0, "Any time"]] as const;

/** The start of the range as the API takes it. Rounded to 5 minutes so that the same list is asked for again and again. */
export function startDate(hours: number, now: Date): string | null {
  if (hours === 0) return null;
  const step = 300_000;
  return new Date(Math.floor((now.getTime() - hours * 3_600_000) / step) * step).toISOString();
}

interface Props { settings: ScanSettings; groups: readonly Group[]; onChange: (settings: ScanSettings) => void }

export function ScanFilters({ settings, groups, onChange }: Props) {
  const field = { size: "small", select: true, variant: "outlined" } as const;
  const sx = { "& .MuiSelect-select": { fontSize: "0.87rem" }, minWidth: { xs: 0, sm: 150 }, flex: { xs: 1, sm: "0 0 auto" } };
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: "wrap" }} data-testid="scan-filters">
      <TextField {...field} sx={sx} label="Passed" value={settings.hours} onChange={(event) => onChange({ ...settings, hours: Number(event.target.value) })}>
        {RANGES.map(([hours, label]) => <MenuItem key={hours} value={hours}>{label}</MenuItem>)}
      </TextField>
      <TextField {...field} sx={sx} label="Saved" value={settings.saved} onChange={(event) => onChange({ ...settings, saved: event.target.value as ScanSettings["saved"] })}>
        <MenuItem value="all">All</MenuItem>
        <MenuItem value="notSavedToAnyAccessible">Not saved yet</MenuItem>
        <MenuItem value="savedToAnyAccessible">Saved</MenuItem>
      </TextField>
      {groups.length > 1 && (
        <TextField {...field} sx={sx} label="Group" value={settings.groupId ?? 0} onChange={(event) => onChange({ ...settings, groupId: Number(event.target.value) || null })}>
          <MenuItem value={0}>All my groups</MenuItem>
          {groups.map((group) => <MenuItem key={group.id} value={group.id}>{group.name}</MenuItem>)}
        </TextField>
      )}
    </Stack>
  );
}
