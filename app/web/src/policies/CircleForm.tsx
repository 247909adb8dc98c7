/** Who else sees the data, and when: one line for each reader, read from left to right as a sentence. */
import { Autocomplete, Box, Button, IconButton, MenuItem, Stack, TextField, Tooltip, Typography } from "@mui/material";
import { Lock, Plus, X } from "lucide-react";

import { useTaxonomies } from "../api/queries";
import type { TaxonomyNode } from "../api/types";
import { utcDate } from "../lib/time";
import { usePublications } from "../rights/queries";
import { type Circle, inMode, modeOf, newCircle, newWait, replaced, type Wait, type WaitMode, without } from "./document";
import { Choice, NumberField, PartFault, useFault, useGroupNames } from "./fields";

const MODES: readonly (readonly [WaitMode, string])[] = [
  ["at_once", "at once"], ["observation", "after the observation"], ["arrival", "after it arrives here"], ["date", "on a date"],
  ["classification", "once it is classified"], ["acceptance", "once a paper is accepted"], ["never", "never"],
];

export function CirclesForm({ path, circles, onChange }: { path: string; circles: readonly Circle[]; onChange: (circles: Circle[]) => void }) {
  const { names } = useGroupNames();
  const taken = new Set(circles.map((circle) => circle.group_id));
  const free = [...names.keys()].find((id) => !taken.has(id)) ?? null;
  const hasEverybody = circles.some((circle) => circle.who === "everybody");
  return (
    <Stack sx={{ gap: 1 }} data-path={path}>
      <Stack direction="row" sx={{ gap: 1, alignItems: "center", color: "text.secondary", fontSize: "0.88rem" }}><Lock size={15} aria-hidden="true" /> The holder’s own group sees it at once.</Stack>
      {circles.map((circle, index) => (
        <CircleRow key={index} path={`${path}.${index}`} circle={circle} onChange={(next) => onChange(replaced(circles, index, next))} onRemove={() => onChange(without(circles, index))} />
      ))}
      {circles.length === 0 && <Typography sx={{ fontSize: "0.86rem", color: "text.secondary" }}>Nobody else sees it, ever. Let a partner or everybody in below.</Typography>}
      <Stack direction="row" sx={{ gap: 1, flexWrap: "wrap" }}>
        <Button size="small" variant="outlined" startIcon={<Plus size={14} />} data-testid="add-group" onClick={() => onChange([...circles, newCircle("group", free, 30)])}>A group</Button>
        {!hasEverybody && <Button size="small" variant="outlined" startIcon={<Plus size={14} />} data-testid="add-everybody" onClick={() => onChange([...circles, newCircle("everybody", null, 365)])}>Everybody</Button>}
      </Stack>
    </Stack>
  );
}

function CircleRow({ path, circle, onChange, onRemove }: { path: string; circle: Circle; onChange: (circle: Circle) => void; onRemove: () => void }) {
  const { names } = useGroupNames();
  const who = circle.who === "everybody" ? "everybody" : circle.group_id === null ? "" : String(circle.group_id);
  const pick = (value: string): void => onChange(value === "everybody" ? { ...circle, who: "everybody", group_id: null } : { ...circle, who: "group", group_id: value === "" ? null : Number(value) });
  return (
    <Box data-testid="circle" sx={{ border: 1, borderColor: "divider", borderRadius: 1.5, p: 1.25, pt: 1.75, position: "relative" }}>
      <PartFault path={path} />
      <Stack direction="row" sx={{ gap: 1, flexWrap: "wrap", alignItems: "flex-start", pr: 4 }}>
        <Choice path={`${path}.group_id`} label="Who" value={who} onChange={pick} width={{ xs: "100%", sm: 190 }} testId="circle-who">
          {who === "" && <MenuItem value="">Choose a group</MenuItem>}
          {circle.group_id !== null && !names.has(circle.group_id) && <MenuItem value={String(circle.group_id)}>group {circle.group_id}</MenuItem>}
          {[...names].map(([id, name]) => <MenuItem key={id} value={String(id)}>{name}</MenuItem>)}
          <MenuItem value="everybody">Everybody</MenuItem>
        </Choice>
        <WaitForm path={path} wait={circle} onChange={onChange} />
      </Stack>
      {circle.also.map((wait, index) => (
        <Stack key={index} direction="row" sx={{ gap: 1, flexWrap: "wrap", alignItems: "flex-start", mt: 1.5, pl: { sm: 2 } }}>
          <Typography component="span" sx={{ fontSize: "0.84rem", color: "text.secondary", pt: 1 }}>and not before</Typography>
          <WaitForm path={`${path}.also.${index}`} wait={wait} onChange={(next) => onChange({ ...circle, also: replaced(circle.also, index, next) })} besides />
          <IconButton size="small" aria-label="Do not wait for this" onClick={() => onChange({ ...circle, also: without(circle.also, index) })}><X size={15} /></IconButton>
          <Box sx={{ width: "100%" }}><PartFault path={`${path}.also.${index}`} /></Box>
        </Stack>
      ))}
      {circle.after_days !== null && (
        <Button size="small" color="inherit" startIcon={<Plus size={13} />} onClick={() => onChange({ ...circle, also: [...circle.also, newWait()] })} sx={{ mt: 0.5, color: "text.secondary" }}>and not before…</Button>
      )}
      <Tooltip title="Take this reader out"><IconButton size="small" aria-label="Take this reader out" onClick={onRemove} sx={{ position: "absolute", top: 8, right: 6 }}><X size={16} /></IconButton></Tooltip>
    </Box>
  );
}

function WaitForm<W extends Wait>({ path, wait, onChange, besides = false }: { path: string; wait: W; onChange: (wait: W) => void; besides?: boolean }) {
  const mode = modeOf(wait);
  const choices = MODES.filter(([value]) => !besides || (value !== "never" && value !== "at_once"));
  return (
    <>
      <Choice path={`${path}.clock`} label={besides ? "What" : "sees it"} value={mode} onChange={(value) => onChange(inMode(wait, value as WaitMode, utcDate(new Date())))} width={{ xs: "100%", sm: 205 }} testId="wait-mode">
        {choices.map(([value, label]) => <MenuItem key={value} value={value}>{label}</MenuItem>)}
      </Choice>
      {mode === "date" && <DateField path={`${path}.on`} value={wait.on} onChange={(on) => onChange({ ...wait, on })} />}
      {mode === "classification" && <ClassesField path={`${path}.classes`} value={wait.classes} onChange={(classes) => onChange({ ...wait, classes })} />}
      {mode === "acceptance" && <PublicationField path={`${path}.publication_id`} value={wait.publication_id} onChange={(id) => onChange({ ...wait, publication_id: id })} />}
      {mode !== "at_once" && mode !== "never" && mode !== "date" && (
        <NumberField path={`${path}.after_days`} label="days later" value={wait.after_days} step="any" width={100} onChange={(days) => days !== null && onChange({ ...wait, after_days: days })} />
      )}
    </>
  );
}

function DateField({ path, value, onChange }: { path: string; value: string | null; onChange: (value: string | null) => void }) {
  const fault = useFault(path);
  return <TextField type="date" label="day (UTC)" value={value ?? ""} onChange={(event) => onChange(event.target.value || null)} error={fault !== null} helperText={fault} data-path={path} slotProps={{ inputLabel: { shrink: true } }} sx={{ width: 160 }} />;
}

function classNames(node: TaxonomyNode): string[] {
  return [...(node.class ? [node.class] : []), ...(node.other ?? []), ...(node.subclasses ?? []).flatMap(classNames)];
}

/** Classes of any taxonomy here; another word can be typed. */
export function ClassesField({ path, value, onChange, label = "as one of" }: { path: string; value: readonly string[]; onChange: (value: string[]) => void; label?: string }) {
  const taxonomies = useTaxonomies();
  const fault = useFault(path, true);
  const known = [...new Set((taxonomies.data ?? []).flatMap((taxonomy) => (taxonomy.hierarchy ? classNames(taxonomy.hierarchy) : [])))];
  return (
    <Autocomplete
      multiple freeSolo size="small" options={known} value={[...value]} onChange={(_event, next) => onChange(next)} sx={{ minWidth: 200, flex: 1 }} data-path={path}
      renderInput={(params) => <TextField {...params} label={label} placeholder={value.length === 0 ? "any class" : ""} error={fault !== null} helperText={fault} />}
    />
  );
}

function PublicationField({ path, value, onChange }: { path: string; value: number | null; onChange: (value: number | null) => void }) {
  const publications = usePublications().data ?? [];
  const known = value === null || publications.some((publication) => publication.id === value);
  return (
    <Choice path={path} label="which" value={value === null ? "" : String(value)} onChange={(text) => onChange(text === "" ? null : Number(text))} width={220} help={publications.length === 0 ? "Open a publication first." : ""}>
      <MenuItem value="">Choose a publication</MenuItem>
      {!known && value !== null && <MenuItem value={String(value)}>publication {value}</MenuItem>}
      {publications.map((publication) => <MenuItem key={publication.id} value={String(publication.id)}>{publication.title}</MenuItem>)}
    </Choice>
  );
}
