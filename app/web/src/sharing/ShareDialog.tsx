/** Share a source, or take it back: first what would happen to each reader, then the act. */
import { Alert, Autocomplete, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, TextField, ToggleButton, ToggleButtonGroup, Typography } from "@mui/material";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, Clock, Hourglass, type LucideIcon, Minus, ShieldQuestion, X } from "lucide-react";
import { type SyntheticEvent, useState } from "react";

import { call, post } from "../api/client";
import type { components } from "../api/schema";
import { ErrorNote } from "../components/ErrorNote";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";
import { useToast } from "../components/Toast";
import { useGroupNames } from "../policies/fields";

type Shares = components["schemas"]["SharesOut"];
type Line = components["schemas"]["LineOut"];

export interface Selection { obj_id?: string; list_name?: string; night?: string }

export function ShareDialog({ selection, what, onClose }: { selection: Selection; what: string; onClose: () => void }) {
  const { names, nameOf } = useGroupNames();
  const [groups, setGroups] = useState<number[]>([]);
  const [withdraw, setWithdraw] = useState(false);
  const [why, setWhy] = useState("");
  const client = useQueryClient();
  const toast = useToast();
  const body = { selection, group_ids: groups, ...(why.trim().length >= 3 ? { why: why.trim() } : {}) };
  const plan = useQuery({ queryKey: ["shares", "plan", JSON.stringify(body), withdraw], queryFn: () => post<Shares>("/api/internal/shares/plan", { ...body, withdraw }), enabled: groups.length > 0, retry: false });
  const act = useMutation({
    mutationFn: () => call<Shares>("/api/internal/shares", { method: withdraw ? "DELETE" : "POST", body }),
    onSuccess: (done) => {
      toast({ text: `${done.n_moved} rows have other readers now.${(done.requests ?? []).length > 0 ? " Some wait for a group's approval." : ""}` });
      for (const key of ["source", "releases", "readers", "visibility", "photometry"]) void client.invalidateQueries({ queryKey: [key] });
      onClose();
    },
  });
  const idle = plan.data?.n_moved === 0 && !plan.data.lines.some((line) => line.state === "approval");
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="share-title">
      <form onSubmit={(event: SyntheticEvent) => { event.preventDefault(); act.mutate(); }} data-testid="share-form">
        <DialogTitle id="share-title">{withdraw ? "Take back" : "Share"} {what}</DialogTitle>
        <DialogContent>
          <Stack sx={{ gap: 2, mt: 0.5 }}>
            <ToggleButtonGroup exclusive size="small" value={withdraw} onChange={(_event, value: boolean | null) => value !== null && setWithdraw(value)} aria-label="Share or take back">
              <ToggleButton value={false} sx={{ textTransform: "none", px: 2 }}>Share</ToggleButton>
              <ToggleButton value={true} sx={{ textTransform: "none", px: 2 }}>Take back</ToggleButton>
            </ToggleButtonGroup>
            <Autocomplete multiple size="small" options={[...names.keys()]} value={groups} getOptionLabel={nameOf} onChange={(_event, next) => setGroups(next)} renderInput={(params) => <TextField {...params} autoFocus label={withdraw ? "From whom" : "With whom"} placeholder={groups.length === 0 ? "Choose groups" : ""} />} />
            {groups.length === 0 && <Typography sx={{ fontSize: "0.86rem", color: "text.secondary" }}>What the policies allow is worked out as soon as a group is chosen; nothing happens before you say so.</Typography>}
            {plan.isLoading && <LinesSkeleton lines={2} height={26} />}
            {plan.isError && <ErrorNote error={plan.error} />}
            {plan.data && <PlanLines plan={plan.data} nameOf={nameOf} />}
            <TextField label="Why" value={why} onChange={(event) => setWhy(event.target.value)} helperText="Needed to share beyond a policy, as an administrator of its holder; those asked for approval read it." />
            {act.isError && <ErrorNote error={act.error} />}
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" disabled={groups.length === 0 || !plan.data || idle || act.isPending} data-testid="share-submit">{act.isPending ? "At it…" : idle ? "Nothing would change" : withdraw ? "Take it back" : "Share it"}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

const STATES: Record<string, { icon: LucideIcon; colour: string; word: string }> = {
  now: { icon: Check, colour: "success.main", word: "can read it at once" },
  already: { icon: Minus, colour: "text.secondary", word: "reads it already" },
  withheld: { icon: Clock, colour: "warning.main", word: "later, as the policy says" },
  never: { icon: X, colour: "error.main", word: "never, by the policy" },
  approval: { icon: ShieldQuestion, colour: "info.main", word: "once the group approves" },
  withdrawn: { icon: Check, colour: "success.main", word: "reads it no longer" },
  absent: { icon: Minus, colour: "text.secondary", word: "does not read it" },
  holder: { icon: Hourglass, colour: "warning.main", word: "reads on: it holds it" },
  policy: { icon: Hourglass, colour: "warning.main", word: "reads on by the policy" },
};

function PlanLines({ plan, nameOf }: { plan: Shares; nameOf: (id: number | null) => string }) {
  const selected = Object.entries(plan.selected).map(([kind, count]) => `${count} ${kind.replaceAll("_", " ")}`).join(", ");
  return (
    <Box data-testid="share-plan">
      <Typography sx={{ fontSize: "0.84rem", color: "text.secondary", mb: 0.75 }}>{selected ? `Yours to share here: ${selected}.` : "Nothing here is yours to share."}</Typography>
      {plan.lines.map((line, index) => <PlanLine key={index} line={line} nameOf={nameOf} />)}
      {plan.not_yours.map((rest, index) => <Typography key={index} sx={{ fontSize: "0.82rem", color: "text.secondary" }}>{rest.n_rows} {rest.kind} {rest.holder ? `of ${rest.holder} ` : ""}stay as they are: {rest.reason}</Typography>)}
      {(plan.lasting ?? []).length > 0 && <Alert severity="info" variant="outlined" sx={{ mt: 1, py: 0 }}>What was made of it stays: {(plan.lasting ?? []).map((each) => each.name).join(", ")}.</Alert>}
    </Box>
  );
}

function PlanLine({ line, nameOf }: { line: Line; nameOf: (id: number | null) => string }) {
  const { icon: Icon, colour, word } = STATES[line.state] ?? { icon: Minus, colour: "text.secondary", word: line.state };
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: "22px minmax(0,1fr)", gap: 0.75, fontSize: "0.87rem", py: 0.3 }} data-state={line.state}>
      <Box sx={{ color: colour, pt: 0.2 }}><Icon size={16} aria-hidden="true" /></Box>
      <span><strong>{line.group_id === null ? "They" : nameOf(line.group_id)}</strong>: {line.n_rows} {line.kind}, {word}{line.due_at && <> (<TimeText value={line.due_at} relative />)</>}{line.waits_for && ` (${line.waits_for})`}{line.beyond && ", beyond the policy by your act"}</span>
    </Box>
  );
}
