/** What using the data asks for: five things that can be asked, each with its own details. */
import { Box, Button, Checkbox, FormControlLabel, IconButton, MenuItem, Stack, Switch, Typography } from "@mui/material";
import { Plus, X } from "lucide-react";

import { newUse, replaced, type Use, type UseKind, USES, without } from "./document";
import { Choice, GroupChoice, LinesField, NumberField, PartFault } from "./fields";

export function UsesForm({ path, uses, onChange }: { path: string; uses: readonly Use[]; onChange: (uses: Use[]) => void }) {
  const toggle = (kind: UseKind): void => onChange(uses.some((use) => use.kind === kind) ? uses.filter((use) => use.kind !== kind) : [...uses, newUse(kind)]);
  return (
    <Stack sx={{ gap: 0.5 }} data-path={path}>
      {USES.map(([kind, label, help]) => {
        const index = uses.findIndex((use) => use.kind === kind);
        const use = uses[index];
        return (
          <Box key={kind}>
            <FormControlLabel control={<Checkbox size="small" checked={use !== undefined} onChange={() => toggle(kind)} slotProps={{ input: { "data-testid": `use-${kind}` } as object }} />} label={label} />
            {use && <UseForm path={`${path}.${index}`} use={use} help={help} onChange={(next) => onChange(replaced(uses, index, next))} />}
          </Box>
        );
      })}
      {uses.length === 0 && <Typography sx={{ fontSize: "0.84rem", color: "text.secondary" }}>Its use asks for nothing.</Typography>}
    </Stack>
  );
}

function UseForm({ path, use, help, onChange }: { path: string; use: Use; help: string; onChange: (use: Use) => void }) {
  const required = use.required ?? use.kind !== "acknowledge";
  const answered = use.kind === "permission" || use.kind === "coauthorship";
  return (
    <Stack sx={{ gap: 1.5, ml: { xs: 0.5, sm: 3.5 }, mt: 0.5, mb: 1.5, pl: 1.5, borderLeft: 2, borderColor: "divider" }}>
      <PartFault path={path} />
      {use.kind === "coauthorship" && <Authors path={path} use={use} onChange={onChange} />}
      <LinesField path={`${path}.texts`} label={use.kind === "acknowledge" || use.kind === "cite" ? "Text" : "Note"} value={use.texts} help={help} onChange={(texts) => onChange({ ...use, texts })} />
      <Stack direction="row" sx={{ gap: 1.5, flexWrap: "wrap", alignItems: "flex-start" }}>
        <NumberField path={`${path}.min_share`} label="from % of the data" width={140} value={Math.round(use.min_share * 1000) / 10} step="any" onChange={(share) => share !== null && onChange({ ...use, min_share: share / 100 })} help="0: always" />
        {answered && <NumberField path={`${path}.answer_days`} label="days to answer" width={130} optional value={use.answer_days} onChange={(days) => onChange({ ...use, answer_days: days })} help="empty: no limit" />}
        <FormControlLabel sx={{ ml: 0 }} control={<Switch size="small" checked={required} onChange={(event) => onChange({ ...use, required: event.target.checked })} />} label="Nothing is submitted without it" />
      </Stack>
    </Stack>
  );
}

function Authors({ path, use, onChange }: { path: string; use: Use; onChange: (use: Use) => void }) {
  return (
    <>
      <Stack direction="row" sx={{ gap: 1.5, flexWrap: "wrap", alignItems: "flex-start", pt: 0.75 }}>
        <NumberField path={`${path}.authors`} label="places" width={90} min={1} value={use.authors} onChange={(authors) => authors !== null && onChange({ ...use, authors })} />
        <Choice path={`${path}.from_list`} label="for" value={use.from_list ?? ""} width={210} onChange={(list) => onChange({ ...use, from_list: list === "" ? null : (list as Use["from_list"]) })}>
          <MenuItem value="">people whom the holder names</MenuItem>
          <MenuItem value="contributors">those who contributed</MenuItem>
          <MenuItem value="builders">builders</MenuItem>
          <MenuItem value="group">anybody of the group</MenuItem>
        </Choice>
        {use.from_list !== null && <GroupChoice path={`${path}.from_group_id`} label="of" value={use.from_group_id} none="the holder’s group" onChange={(id) => onChange({ ...use, from_group_id: id })} />}
        <Choice path={`${path}.demand`} label="settled when" value={use.demand} width={180} onChange={(demand) => onChange({ ...use, demand: demand as Use["demand"] })}>
          <MenuItem value="offer">the offer is made</MenuItem>
          <MenuItem value="require">they have answered</MenuItem>
        </Choice>
      </Stack>
      {use.by_share.map((step, index) => (
        <Stack key={index} direction="row" sx={{ gap: 1, alignItems: "flex-start" }}>
          <NumberField path={`${path}.by_share.${index}.authors`} label="places" width={90} value={step.authors} onChange={(authors) => authors !== null && onChange({ ...use, by_share: replaced(use.by_share, index, { ...step, authors }) })} />
          <NumberField path={`${path}.by_share.${index}.from_share`} label="from % of the data" width={140} step="any" value={Math.round(step.from_share * 1000) / 10} onChange={(share) => share !== null && onChange({ ...use, by_share: replaced(use.by_share, index, { ...step, from_share: share / 100 }) })} />
          <IconButton size="small" aria-label="Take this step out" onClick={() => onChange({ ...use, by_share: without(use.by_share, index) })} sx={{ mt: 0.5 }}><X size={15} /></IconButton>
        </Stack>
      ))}
      <Box><Button size="small" color="inherit" startIcon={<Plus size={13} />} sx={{ color: "text.secondary" }} onClick={() => onChange({ ...use, by_share: [...use.by_share, { authors: (use.authors ?? 1) + 1, from_share: 0.5 }] })}>More places for a larger share of the data</Button></Box>
    </>
  );
}
