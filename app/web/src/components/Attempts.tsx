/** A trigger's attempts in order, on a rail, each with why it ended. */
import { Box, Stack, Typography } from "@mui/material";
import { ArrowDown, CornerDownRight } from "lucide-react";

import type { Attempt } from "../api/types";
import { inOrder, movedOn, placeOf } from "../lib/followup";
import { StateChip } from "./Chips";
import { TimeText } from "./TimeText";

const RAIL: Record<string, string> = { completed: "success.main", failed: "error.main", rejected: "warning.main", expired: "warning.main", cancelled: "text.disabled" };

export function Attempts({ attempts, open }: { attempts: readonly Attempt[]; open: boolean }) {
  const ordered = inOrder(attempts);
  if (ordered.length === 0) {
    return <Typography sx={{ color: "text.secondary", fontSize: "0.85rem" }} data-testid="attempts" data-count={0}>{open ? "No telescope has been asked yet." : "No telescope was asked."}</Typography>;
  }
  return (
    <Box component="ol" data-testid="attempts" data-count={ordered.length} sx={{ listStyle: "none", m: 0, p: 0 }}>
      {ordered.map((attempt, index) => (
        <AttemptRow key={attempt.id} attempt={attempt} number={index + 1} movedOn={movedOn(ordered, index)} last={index === ordered.length - 1} />
      ))}
    </Box>
  );
}

interface RowProps { attempt: Attempt; number: number; movedOn: boolean; last: boolean }

function AttemptRow({ attempt, number, movedOn: wentOn, last }: RowProps) {
  const colour = RAIL[attempt.state] ?? "primary.main";
  return (
    <Box component="li" data-testid="attempt" data-state={attempt.state} data-site={attempt.site ?? ""} sx={{ display: "grid", gridTemplateColumns: "26px 1fr", columnGap: 1, pb: last ? 0 : 1.25 }}>
      <Box sx={{ position: "relative", display: "flex", justifyContent: "center" }}>
        {!last && <Box sx={{ position: "absolute", top: 24, bottom: -8, width: 2, bgcolor: "divider" }} />}
        <Box sx={{ width: 22, height: 22, borderRadius: "50%", border: 2, borderColor: colour, color: colour, display: "grid", placeItems: "center", fontSize: "0.72rem", fontWeight: 700, bgcolor: "background.paper", zIndex: 1 }}>{number}</Box>
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Stack direction="row" sx={{ gap: 1, alignItems: "center", flexWrap: "wrap" }}>
          <Typography component="span" sx={{ fontWeight: 600, fontSize: "0.88rem" }}>{placeOf(attempt)}</Typography>
          <StateChip state={attempt.state} />
        </Stack>
        <Typography component="div" sx={{ fontSize: "0.76rem", color: "text.secondary" }}><Steps attempt={attempt} /></Typography>
        {attempt.reason && (
          <Stack direction="row" data-testid="attempt-reason" sx={{ gap: 0.75, mt: 0.5, p: 0.75, borderRadius: 1, bgcolor: "action.hover", fontSize: "0.83rem", alignItems: "flex-start" }}>
            <CornerDownRight size={14} aria-hidden="true" style={{ flexShrink: 0, marginTop: 3 }} />
            <span>{attempt.reason}</span>
          </Stack>
        )}
        {attempt.detail && attempt.detail !== attempt.reason && (
          <Typography sx={{ fontSize: "0.76rem", color: "text.secondary", mt: 0.25, overflowWrap: "anywhere" }}>The facility says: {attempt.detail}</Typography>
        )}
        {wentOn && (
          <Stack direction="row" sx={{ gap: 0.5, alignItems: "center", color: "text.secondary", fontSize: "0.76rem", mt: 0.5 }}>
            <ArrowDown size={12} aria-hidden="true" /> moved on to the next site
          </Stack>
        )}
      </Box>
    </Box>
  );
}

/** When each step happened: the first as a time of day, the others as the time since the one before. */
function Steps({ attempt }: { attempt: Attempt }) {
  const steps: [string, string | null][] = [
    ["planned", attempt.created_at], ["submitted", attempt.submitted_at], ["accepted", attempt.accepted_at], ["ended", attempt.ended_at],
  ];
  const known = steps.flatMap(([label, at]) => (at ? [{ label, at }] : []));
  return (
    <>
      {known.map(({ label, at }, index) => (
        <span key={label}>
          {index > 0 && " → "}{label} <TimeText value={at} after={known[index - 1]?.at} />
        </span>
      ))}
      {attempt.request_id && <> · request {attempt.request_id}</>}
    </>
  );
}
