import { Button, IconButton, MenuItem, Stack, TextField } from "@mui/material";
import { Plus, Trash2 } from "lucide-react";

import type { TriggerFilter } from "../api/types";

interface Props {
  rows: readonly TriggerFilter[];
  available: readonly string[];
  onChange: (rows: TriggerFilter[]) => void;
}

/** One line per filter: which, how long, how often. */
export function FilterRows({ rows, available, onChange }: Props) {
  const change = (index: number, part: Partial<TriggerFilter>): void => onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  const unused = available.filter((name) => !rows.some((row) => row.filter === name));
  return (
    <Stack sx={{ gap: 1 }}>
      {rows.map((row, index) => (
        <Stack key={row.filter} direction="row" sx={{ gap: 1, alignItems: "center" }} data-testid="trigger-filter-row">
          <TextField select label="Filter" value={row.filter} onChange={(event) => change(index, { filter: event.target.value })} sx={{ flex: 1.3, minWidth: 90 }}>
            {[row.filter, ...unused].map((name) => <MenuItem key={name} value={name}>{name}</MenuItem>)}
          </TextField>
          <TextField label="Seconds" type="number" value={row.exposure_time_s} onChange={(event) => change(index, { exposure_time_s: Number(event.target.value) })} slotProps={{ htmlInput: { min: 0.1, step: "any", "data-testid": `trigger-exposure-${row.filter}` } }} sx={{ flex: 1 }} />
          <TextField label="Times" type="number" value={row.exposures} onChange={(event) => change(index, { exposures: Math.round(Number(event.target.value)) })} slotProps={{ htmlInput: { min: 1, step: 1 } }} sx={{ flex: 0.8 }} />
          <IconButton size="small" aria-label={`Remove ${row.filter}`} disabled={rows.length === 1} onClick={() => onChange(rows.filter((_, at) => at !== index))}><Trash2 size={16} /></IconButton>
        </Stack>
      ))}
      {unused[0] !== undefined && (
        <Button size="small" startIcon={<Plus size={15} />} sx={{ alignSelf: "flex-start" }} data-testid="trigger-add-filter" onClick={() => onChange([...rows, { filter: unused[0] ?? "", exposure_time_s: rows.at(-1)?.exposure_time_s ?? 60, exposures: 1 }])}>
          Add a filter
        </Button>
      )}
    </Stack>
  );
}
