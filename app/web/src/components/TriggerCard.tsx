/** One trigger: what is wanted, until when, where it has been, and the way to call it off. */
import { Box, Button, Card, Collapse, Stack, TextField, Typography } from "@mui/material";
import { type SyntheticEvent, useState } from "react";
import { Link } from "react-router";

import { useCancelTrigger } from "../api/queries";
import type { Trigger } from "../api/types";
import { isOpen, openShutterS, secondsUntil } from "../lib/followup";
import { duration } from "../lib/time";
import { Attempts } from "./Attempts";
import { StateChip } from "./Chips";
import { ErrorNote } from "./ErrorNote";
import { TimeText } from "./TimeText";
import { useToast } from "./Toast";

function filterText(trigger: Trigger): string {
  return trigger.filters.map((f) => `${f.filter} ${f.exposures > 1 ? `${f.exposures} × ` : ""}${f.exposure_time_s} s`).join(", ");
}

export function TriggerCard({ trigger, showObject = true }: { trigger: Trigger; showObject?: boolean }) {
  const [history, setHistory] = useState(false);
  const open = isOpen(trigger);
  return (
    <Card data-testid={`trigger-${trigger.id}`} data-state={trigger.state} data-obj={trigger.obj_id} sx={{ p: 1.5 }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: "center", flexWrap: "wrap" }}>
        {showObject ? (
          <Typography component={Link} to={`/source/${encodeURIComponent(trigger.obj_id)}`} sx={{ fontWeight: 700, color: "primary.main", textDecoration: "none", overflowWrap: "anywhere" }}>{trigger.obj_id}</Typography>
        ) : <Typography component="span" sx={{ fontWeight: 650 }}>Trigger {trigger.id}</Typography>}
        <StateChip state={trigger.state} />
        <Box sx={{ flex: 1 }} />
        <Typography component="span" sx={{ fontSize: "0.76rem", color: "text.secondary" }}>priority {trigger.priority}</Typography>
      </Stack>
      <Typography sx={{ fontSize: "0.86rem", mt: 0.5 }}>
        {filterText(trigger)}
        <Box component="span" sx={{ color: "text.secondary" }}> · {duration(openShutterS(trigger.filters))} open shutter{trigger.telescopes_wanted > 1 && ` · ${trigger.telescopes_wanted} telescopes`}</Box>
      </Typography>
      <Typography component="div" sx={{ fontSize: "0.78rem", color: "text.secondary" }}>
        {trigger.requester?.username ?? "somebody"}, <TimeText value={trigger.created_at} relative /> · deadline <TimeText value={trigger.deadline} relative={open} />
      </Typography>
      {open && <DeadlineBar trigger={trigger} />}
      {trigger.why && <Typography data-testid="trigger-why" sx={{ fontSize: "0.84rem", mt: 0.75, fontWeight: 550 }}>{trigger.why}</Typography>}
      {trigger.note && <Typography sx={{ fontSize: "0.82rem", mt: 0.5, fontStyle: "italic", color: "text.secondary" }}>“{trigger.note}”</Typography>}
      <Box sx={{ mt: 1.25 }}><Attempts attempts={trigger.attempts} open={open} /></Box>
      <Stack direction="row" sx={{ mt: 1, gap: 1, alignItems: "flex-start", flexWrap: "wrap" }}>
        {trigger.history.length > 0 && <Button size="small" color="inherit" onClick={() => setHistory(!history)} aria-expanded={history}>{history ? "Hide history" : `History (${trigger.history.length})`}</Button>}
        {open && <CancelControl trigger={trigger} />}
      </Stack>
      <Collapse in={history} unmountOnExit><History trigger={trigger} /></Collapse>
    </Card>
  );
}

/** How much of the time to the deadline has passed. */
function DeadlineBar({ trigger }: { trigger: Trigger }) {
  const now = new Date();
  const left = secondsUntil(trigger.deadline, now);
  const whole = left - secondsUntil(trigger.created_at, now);
  const used = whole > 0 ? Math.min(1, Math.max(0, 1 - left / whole)) : 1;
  return (
    <Box role="img" aria-label={`${Math.round(used * 100)} % of the time to the deadline has passed`} sx={{ height: 3, borderRadius: 2, bgcolor: "action.hover", mt: 0.75, overflow: "hidden" }}>
      <Box sx={{ height: "100%", width: `${used * 100}%`, bgcolor: used > 0.85 ? "warning.main" : "primary.main" }} />
    </Box>
  );
}

function History({ trigger }: { trigger: Trigger }) {
  return (
    <Box component="ol" data-testid="trigger-history" sx={{ listStyle: "none", m: 0, mt: 1, p: 0, borderLeft: 2, borderColor: "divider", pl: 1.25 }}>
      {trigger.history.map((event, index) => (
        <Box component="li" key={index} sx={{ fontSize: "0.79rem", mb: 0.5 }}>
          <Box component="span" sx={{ color: "text.secondary" }}><TimeText value={event.at} />{event.by && ` · ${event.by.username}`}{event.attempt_id !== null && ` · attempt ${event.attempt_id}`}</Box>
          <br />
          {event.from_state ? `${event.from_state} → ` : ""}<strong>{event.to_state}</strong>{event.why && `: ${event.why}`}
        </Box>
      ))}
    </Box>
  );
}

function CancelControl({ trigger }: { trigger: Trigger }) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const cancel = useCancelTrigger();
  const toast = useToast();
  if (!asking) return <Button size="small" color="error" onClick={() => setAsking(true)} data-testid="trigger-cancel">Cancel…</Button>;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    cancel.mutate({ id: trigger.id, reason: reason.trim() }, { onSuccess: () => { setAsking(false); toast({ text: `Trigger ${trigger.id} is cancelled.` }); } });
  };
  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 0.75, width: "100%" }}>
      <TextField label="Why cancel it?" required autoFocus fullWidth value={reason} onChange={(event) => setReason(event.target.value)} slotProps={{ htmlInput: { "data-testid": "trigger-cancel-reason" } }} />
      {cancel.isError && <ErrorNote error={cancel.error} />}
      <Stack direction="row" sx={{ gap: 1 }}>
        <Button size="small" type="submit" color="error" variant="contained" disabled={!reason.trim() || cancel.isPending} data-testid="trigger-cancel-submit">Cancel the trigger</Button>
        <Button size="small" onClick={() => setAsking(false)}>Keep it</Button>
      </Stack>
    </Stack>
  );
}
