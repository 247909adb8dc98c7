/** What is wanted of the telescopes: filters and exposures, until when, how urgent, and which may be asked. */
import { Alert, Box, Button, Checkbox, FormControlLabel, MenuItem, Stack, TextField, ToggleButton, ToggleButtonGroup, Typography } from "@mui/material";
import { type SyntheticEvent, type ReactNode, useState } from "react";

import { useAllocations, useFacilities, useGroups, useMyGroups, usePostTrigger } from "../api/queries";
import type { TriggerFilter } from "../api/types";
import { filterChoices, openShutterS, PROBLEM_TEXT, problemOf, telescopeChoices } from "../lib/followup";
import { usePreference } from "../lib/preferences";
import { duration, fromUtcInput, localText, toUtcInput } from "../lib/time";
import { ErrorNote } from "./ErrorNote";
import { OpenMark } from "./Facilities";
import { FilterRows } from "./FilterRows";
import { LinesSkeleton } from "./Skeletons";
import { useToast } from "./Toast";

const DEADLINES = [["6 h", 6], ["12 h", 12], ["24 h", 24], ["3 d", 72], ["7 d", 168]] as const;
const HOUR_MS = 3_600_000;
const PRIORITIES = [1, 2, 3, 4, 5];

interface Props {
  objId: string;
  /** Groups that the object is saved to; the first of them is who asks. */
  groupIds: readonly number[];
  onDone?: () => void;
  onCancel?: () => void;
}

export function TriggerForm({ objId, groupIds, onDone, onCancel }: Props) {
  const allocations = useAllocations();
  const facilities = useFacilities();
  const groups = useGroups();
  const send = usePostTrigger();
  const toast = useToast();
  const { groups: mine, publicId } = useMyGroups();
  const choices = telescopeChoices(allocations.data ?? [], facilities.data ?? []);

  const [groupChoice, setGroup] = useState<number | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<number> | null>(null);
  const [rows, setRows] = usePreference<TriggerFilter[]>("trigger-filters", []);
  const [deadline, setDeadline] = useState(() => toUtcInput(new Date(Date.now() + 24 * HOUR_MS)));
  const [priority, setPriority] = useState(3);
  const [wanted, setWanted] = useState(1);
  const [note, setNote] = useState("");

  if (allocations.isPending || facilities.isPending || groups.isPending) return <LinesSkeleton lines={5} />;
  const failed = [allocations, facilities, groups].find((query) => query.isError);
  if (failed) return <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />;

  const chosen = picked ?? new Set(choices.map((choice) => choice.allocationId));
  const available = filterChoices(choices, chosen);
  const usable = rows.filter((row) => available.includes(row.filter));
  const filters = usable.length > 0 ? usable : available.filter((name) => /[gr]p?$/.test(name)).slice(0, 2).map((filter) => ({ filter, exposure_time_s: 60, exposures: 1 }));
  const asks = mine.find((entry) => entry.id !== publicId && groupIds.includes(entry.id)) ?? mine.find((entry) => choices.some((choice) => choice.facility?.group_id === entry.id)) ?? mine[0];
  const group = groupChoice ?? asks?.id ?? null;
  const due = fromUtcInput(deadline);
  const problem = problemOf(filters, due, chosen.size, new Date());
  const anyOpen = choices.some((choice) => chosen.has(choice.allocationId) && choice.facility?.open !== false);

  const toggle = (id: number): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setPicked(next);
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (group === null || due === null || problem !== "none") return;
    send.mutate(
      { obj_id: objId, group_id: group, filters, deadline: due.toISOString(), priority, allocation_ids: [...chosen], telescopes_wanted: Math.min(wanted, chosen.size), note: note.trim() },
      { onSuccess: () => { toast({ text: `Asked for follow-up of ${objId}. Its attempts appear as they happen.` }); onDone?.(); } },
    );
  };

  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 2 }} data-testid="trigger-form">
      <Section title="Filters and exposures" aside={`${duration(openShutterS(filters))} open shutter`}>
        <FilterRows rows={filters} available={available} onChange={setRows} />
      </Section>
      <Section title="Until when" aside={due ? `${localText(due)} local` : ""}>
        <Stack direction="row" sx={{ gap: 1, flexWrap: "wrap" }}>
          <TextField type="datetime-local" label="Deadline (UTC)" required value={deadline} onChange={(event) => setDeadline(event.target.value)} slotProps={{ inputLabel: { shrink: true }, htmlInput: { "data-testid": "trigger-deadline" } }} />
          {DEADLINES.map(([label, hours]) => <Button key={label} size="small" color="inherit" variant="outlined" onClick={() => setDeadline(toUtcInput(new Date(Date.now() + hours * HOUR_MS)))}>{label}</Button>)}
        </Stack>
      </Section>
      <Section title="Telescopes that may be asked" aside="one after another, until it is done">
        {choices.length === 0 && <Alert severity="info">None of your groups has an allocation at a telescope. A group administrator can add one.</Alert>}
        <Stack sx={{ gap: 0.5 }}>
          {choices.map((choice) => (
            <Box key={choice.allocationId} sx={{ border: 1, borderColor: chosen.has(choice.allocationId) ? "primary.main" : "divider", borderRadius: 1.5, px: 1.25, py: 0.5 }}>
              <Stack direction="row" sx={{ justifyContent: "space-between", alignItems: "center", gap: 1, flexWrap: "wrap" }}>
                <FormControlLabel control={<Checkbox size="small" checked={chosen.has(choice.allocationId)} onChange={() => toggle(choice.allocationId)} slotProps={{ input: { "data-testid": `trigger-allocation-${choice.allocationId}` } as object }} />} label={<span><strong>{choice.name}</strong> <Box component="span" sx={{ color: "text.secondary", fontSize: "0.8rem" }}>{choice.detail}</Box></span>} />
                <OpenMark facility={choice.facility} />
              </Stack>
              {choice.facility?.why && <Typography sx={{ fontSize: "0.8rem", color: "text.secondary", pl: 3.9, pb: 0.5 }}>{choice.facility.why}</Typography>}
            </Box>
          ))}
        </Stack>
        {choices.length > 0 && !anyOpen && <Alert severity="info" sx={{ mt: 1 }}>All of them are closed now. The trigger waits until one opens, or until its deadline.</Alert>}
      </Section>
      <Box sx={{ display: "grid", gridTemplateColumns: { xs: "1fr", sm: "auto auto 1fr" }, gap: 2 }}>
        <Section title="Priority" aside="5 is most urgent">
          <ToggleButtonGroup exclusive size="small" value={priority} onChange={(_event, value: number | null) => value && setPriority(value)} aria-label="Priority">
            {PRIORITIES.map((value) => <ToggleButton key={value} value={value} sx={{ px: 1.6 }}>{value}</ToggleButton>)}
          </ToggleButtonGroup>
        </Section>
        <Section title="How many must succeed">
          <TextField type="number" value={wanted} onChange={(event) => setWanted(Math.max(1, Number(event.target.value) || 1))} slotProps={{ htmlInput: { min: 1, max: Math.max(1, chosen.size), "aria-label": "Telescopes wanted" } }} sx={{ width: 90 }} />
        </Section>
        <Section title="For">
          <TextField select fullWidth value={group ?? ""} onChange={(event) => setGroup(Number(event.target.value))} slotProps={{ htmlInput: { "aria-label": "Group that asks" } }}>
            {mine.map((entry) => <MenuItem key={entry.id} value={entry.id}>{entry.name}</MenuItem>)}
          </TextField>
        </Section>
      </Box>
      <TextField label="Note to whoever looks at this later" multiline minRows={2} value={note} onChange={(event) => setNote(event.target.value)} slotProps={{ htmlInput: { "data-testid": "trigger-note" } }} />
      {send.isError && <ErrorNote error={send.error} />}
      <Stack direction="row" sx={{ gap: 1, justifyContent: "flex-end", alignItems: "center", position: "sticky", bottom: 0, bgcolor: "background.paper", py: 1.25, zIndex: 2 }}>
        <Typography sx={{ color: "text.secondary", fontSize: "0.82rem", flex: 1 }}>{group === null ? "You are in no group that could ask." : PROBLEM_TEXT[problem]}</Typography>
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
        <Button type="submit" variant="contained" disabled={problem !== "none" || group === null || send.isPending} data-testid="trigger-submit">{send.isPending ? "Sending…" : "Trigger"}</Button>
      </Stack>
    </Stack>
  );
}

function Section({ title, aside, children }: { title: string; aside?: string; children: ReactNode }) {
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
      <Stack direction="row" sx={{ justifyContent: "space-between", alignItems: "baseline", gap: 1, mb: 0.75 }}>
        <Typography component="legend" variant="h3" sx={{ p: 0 }}>{title}</Typography>
        {aside && <Typography sx={{ fontSize: "0.78rem", color: "text.secondary" }}>{aside}</Typography>}
      </Stack>
      {children}
    </Box>
  );
}
