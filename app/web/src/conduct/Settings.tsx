/** How a group keeps its ledger: whether at all, by which rules, how fast it fades, who hears appeals, what it changes. */
import { Box, Button, Checkbox, FormControlLabel, Stack, Switch, TextField, Typography } from "@mui/material";
import { useState } from "react";

import { ErrorNote } from "../components/ErrorNote";
import { type Ledger, type Rule, useKeep, useRules } from "./queries";

const EFFECTS = [["followup_share", "the share of follow-up time"], ["asked_first", "whose telescope is asked first"], ["default_openness", "who is part of what is shared by default"]] as const;

export function Settings({ ledger }: { ledger: Ledger }) {
  const rules = useRules();
  const keep = useKeep(ledger.group_id);
  const [enabled, setEnabled] = useState(ledger.enabled);
  const [on, setOn] = useState<ReadonlySet<string> | null>(ledger.version > 0 ? new Set(Object.keys(ledger.rules)) : null);
  const [half, setHalf] = useState(String(ledger.half_life_days));
  const [appeal, setAppeal] = useState(String(ledger.appeal_days));
  const [effects, setEffects] = useState(ledger.effects);
  const chosen = on ?? new Set((rules.data ?? []).map((rule) => rule.name));
  const toggle = (name: string): void => {
    const next = new Set(chosen);
    if (!next.delete(name)) next.add(name);
    setOn(next);
  };
  const save = (): void => keep.mutate({
    enabled, rules: Object.fromEntries([...chosen].map((name) => [name, ledger.rules[name] ? { weight: ledger.rules[name].weight, parameters: ledger.rules[name].parameters } : {}])),
    half_life_days: Number(half), appeal_days: Number(appeal), reviewer_ids: ledger.reviewer_ids, effects,
  });
  return (
    <Stack sx={{ gap: 1.5 }} data-testid="conduct-settings">
      <FormControlLabel sx={{ ml: 0, gap: 1 }} control={<Switch checked={enabled} onChange={(event) => setEnabled(event.target.checked)} />} label={enabled ? "The ledger is kept" : "No ledger is kept"} />
      <RuleList rules={rules.data ?? []} chosen={chosen} onToggle={toggle} />
      <Stack direction="row" sx={{ gap: 1.5, flexWrap: "wrap" }}>
        <TextField label="fades by half in days" type="number" value={half} onChange={(event) => setHalf(event.target.value)} sx={{ width: 160 }} />
        <TextField label="days to appeal" type="number" value={appeal} onChange={(event) => setAppeal(event.target.value)} sx={{ width: 130 }} />
      </Stack>
      <Box>
        <Typography variant="h3" sx={{ mb: 0.25 }}>The score weighs in</Typography>
        {EFFECTS.map(([name, label]) => <Box key={name}><FormControlLabel control={<Checkbox size="small" checked={effects[name].on} onChange={(event) => setEffects({ ...effects, [name]: { ...effects[name], on: event.target.checked } })} />} label={label} /></Box>)}
      </Box>
      {keep.isError && <ErrorNote error={keep.error} />}
      <Box><Button variant="contained" onClick={save} disabled={keep.isPending} data-testid="conduct-save">{keep.isPending ? "Saving…" : "Decide so"}</Button></Box>
    </Stack>
  );
}

function RuleList({ rules, chosen, onToggle }: { rules: readonly Rule[]; chosen: ReadonlySet<string>; onToggle: (name: string) => void }) {
  return (
    <Box>
      {(["credit", "debit"] as const).map((kind) => (
        <Box key={kind} sx={{ mb: 0.75 }}>
          <Typography variant="h3">{kind === "credit" ? "Credits" : "Debits"}</Typography>
          {rules.filter((rule) => rule.kind === kind).map((rule) => (
            <Box key={rule.name}><FormControlLabel control={<Checkbox size="small" checked={chosen.has(rule.name)} onChange={() => onToggle(rule.name)} />} label={`${rule.sentence} (${kind === "credit" ? "+" : "−"}${Math.abs(rule.weight)})`} /></Box>
          ))}
        </Box>
      ))}
    </Box>
  );
}
