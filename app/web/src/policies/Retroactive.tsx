/** Bringing data that exist under another version: an act of its own, looked at first, with rows and people by number. */
import { Alert, Box, Button, Checkbox, Dialog, DialogActions, DialogContent, DialogTitle, FormControlLabel, LinearProgress, MenuItem, Stack, TextField, Typography } from "@mui/material";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";

import { ApiError, get, post } from "../api/client";
import type { components } from "../api/schema";
import { ErrorNote } from "../components/ErrorNote";
import { TimeText } from "../components/TimeText";
import type { Policy } from "./queries";

type Change = components["schemas"]["ChangeAnswer"];
interface GroupEffect { group_id: number; group: string | null; loses: number; gains: number; waits_longer: number }
interface Plan { n_rows: number; people_gain: number; people_lose: number; beyond_rows: number; groups: GroupEffect[]; sentences: string[]; confirmation: string }
interface Wish { from_versions: number[]; to_version: number; why: string; confirm?: string }

export function Retroactive({ policy }: { policy: Policy }) {
  const [open, setOpen] = useState(false);
  const changes = useQuery({
    queryKey: ["policies", "one", policy.id, "retroactive"], queryFn: ({ signal }) => get<Change[]>(`/api/policies/${policy.id}/retroactive`, undefined, signal), retry: false,
    refetchInterval: ({ state }) => (state.data?.some((change) => change.done_at === null) ? 2000 : false),
  });
  if (policy.versions.length < 2 || changes.isError) return null;
  return (
    <Box sx={{ mt: 1.5 }}>
      {changes.data?.map((change) => (
        <Box key={change.id} sx={{ fontSize: "0.84rem", mb: 1 }}>
          Brought {change.n_rows} existing rows under another version <TimeText value={change.created_at} relative />: “{change.why}”
          {change.done_at === null && <LinearProgress variant="determinate" value={(100 * change.n_moved) / Math.max(1, change.n_rows)} aria-label={`${change.n_moved} of ${change.n_rows} rows`} sx={{ mt: 0.5 }} />}
        </Box>
      ))}
      <Button size="small" color="warning" variant="outlined" onClick={() => setOpen(true)} data-testid="retroactive">Change what exists already…</Button>
      {open && <RetroactiveDialog policy={policy} onClose={() => setOpen(false)} />}
    </Box>
  );
}

/** The plan stands in the refusal that asks for confirmation. */
function planIn(error: unknown): Plan | null {
  return error instanceof ApiError && error.code === "needs_confirmation" ? ((error.data["plan"] as Plan | undefined) ?? null) : null;
}

function RetroactiveDialog({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const numbers = policy.versions.map((version) => version.version).filter((number) => number !== null);
  const [to, setTo] = useState(numbers.at(-1) ?? 1);
  const [why, setWhy] = useState("");
  const [sure, setSure] = useState(false);
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: (wish: Wish) => post<Change>(`/api/policies/${policy.id}/retroactive`, wish),
    onSuccess: () => { void client.invalidateQueries({ queryKey: ["policies"] }); void client.invalidateQueries({ queryKey: ["releases"] }); onClose(); },
    onError: () => setSure(false),
  });
  const plan = planIn(send.error);
  const wish: Wish = { from_versions: numbers.filter((number) => number !== to), to_version: to, why: why.trim() };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    send.mutate(plan ? { ...wish, confirm: plan.confirmation } : wish);
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="retroactive-title">
      <form onSubmit={submit} data-testid="retroactive-form">
        <DialogTitle id="retroactive-title">Change data that exist already</DialogTitle>
        <DialogContent>
          <Typography sx={{ color: "text.secondary", mb: 2 }}>Data were shared under the version of their time. Bringing them under another one can take from people what they may read now. First look at what it would do; nothing happens until you confirm.</Typography>
          <Stack sx={{ gap: 2 }}>
            <TextField select label="Bring all existing data under" value={to} onChange={(event) => { setTo(Number(event.target.value)); send.reset(); }}>{numbers.map((number) => <MenuItem key={number} value={number}>version {number}</MenuItem>)}</TextField>
            <TextField label="Why" required value={why} onChange={(event) => { setWhy(event.target.value); send.reset(); }} helperText="At least three letters. It stands in the history and is told to those concerned." />
            {send.isError && !plan && <ErrorNote error={send.error} />}
            {plan && <PlanView plan={plan} />}
            {plan && <FormControlLabel control={<Checkbox checked={sure} onChange={(event) => setSure(event.target.checked)} />} label={`Yes: ${plan.n_rows} rows, ${plan.people_lose} people lose and ${plan.people_gain} gain.`} />}
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" color={plan ? "warning" : "primary"} disabled={why.trim().length < 3 || send.isPending || (plan !== null && !sure)} data-testid="retroactive-submit">{send.isPending ? "Working it out…" : plan ? "Change what exists" : "See what it would do"}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function PlanView({ plan }: { plan: Plan }) {
  const most = Math.max(1, ...plan.groups.flatMap((group) => [group.loses, group.gains, group.waits_longer]));
  return (
    <Box data-testid="retroactive-plan">
      <Alert severity={plan.people_lose > 0 ? "warning" : "info"} variant="outlined" sx={{ mb: 1 }}>{plan.sentences.length > 0 ? plan.sentences.join(" ") : `${plan.n_rows} rows, ${plan.people_lose} people lose and ${plan.people_gain} gain.`}</Alert>
      {plan.groups.map((group) => (
        <Box key={group.group_id} sx={{ mb: 1 }}>
          <Typography component="div" sx={{ fontSize: "0.84rem", fontWeight: 600 }}>{group.group ?? `group ${group.group_id}`}</Typography>
          {([["loses", group.loses, "error.main"], ["gains", group.gains, "success.main"], ["waits longer for", group.waits_longer, "warning.main"]] as const).filter(([, rows]) => rows > 0).map(([word, rows, colour]) => (
            <Box key={word} sx={{ display: "grid", gridTemplateColumns: "110px minmax(0,1fr) 70px", gap: 1, alignItems: "center", fontSize: "0.8rem" }}>
              <span>{word}</span>
              <Box sx={{ height: 8, borderRadius: 1, bgcolor: colour, width: `${Math.max(2, (100 * rows) / most)}%` }} />
              <span>{rows} rows</span>
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  );
}
