import { Chip, Tooltip } from "@mui/material";
import { Ban, Check, CircleDashed, CircleDot, CircleX, Clock, Eye, FlaskConical, type LucideIcon, Route, Send, Timer } from "lucide-react";

import type { AttemptState, Obj, TriggerState } from "../api/types";
import { tenseOf } from "../lib/objects";

/** Says on every view that this is a rehearsal and not the sky. */
export function TenseChip({ obj }: { obj: Pick<Obj, "altdata"> }) {
  const tense = tenseOf(obj);
  if (!tense) return null;
  return (
    <Tooltip title="Made by a rehearsal, not by the sky (GCN's word for it is alert_tense).">
      <Chip icon={<FlaskConical size={13} />} color="secondary" variant="outlined" label={`simulated · alert_tense: ${tense}`} data-testid="tense-chip" />
    </Tooltip>
  );
}

type Colour = "default" | "primary" | "success" | "warning" | "error" | "info";

/** Each state has its own icon and word; colour only repeats them. */
const STATES: Record<TriggerState | AttemptState, { icon: LucideIcon; colour: Colour; label: string }> = {
  wanted: { icon: CircleDashed, colour: "default", label: "wanted" },
  routing: { icon: Route, colour: "info", label: "choosing a site" },
  active: { icon: CircleDot, colour: "primary", label: "active" },
  planned: { icon: CircleDashed, colour: "default", label: "planned" },
  submitting: { icon: Send, colour: "info", label: "submitting" },
  accepted: { icon: Clock, colour: "primary", label: "accepted" },
  observing: { icon: Eye, colour: "primary", label: "observing" },
  completed: { icon: Check, colour: "success", label: "completed" },
  rejected: { icon: CircleX, colour: "warning", label: "rejected" },
  failed: { icon: CircleX, colour: "error", label: "failed" },
  cancelled: { icon: Ban, colour: "default", label: "cancelled" },
  expired: { icon: Timer, colour: "warning", label: "expired" },
};

export function stateLabel(state: string): string {
  return STATES[state as TriggerState]?.label ?? state;
}

export function StateChip({ state }: { state: string }) {
  const entry = STATES[state as TriggerState];
  if (!entry) return <Chip label={state} variant="outlined" />;
  const Icon = entry.icon;
  return <Chip icon={<Icon size={13} />} color={entry.colour} variant={entry.colour === "default" ? "outlined" : "filled"} label={entry.label} data-testid="state-chip" data-state={state} />;
}
