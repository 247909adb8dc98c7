import { Button, Stack, TextField } from "@mui/material";
import { type SyntheticEvent, useState } from "react";

import { useGroups } from "../api/queries";
import { ErrorNote } from "../components/ErrorNote";
import { stepsFor, useSetObligation } from "./queries";
import type { Obligation } from "./types";

const LABELS: Record<string, string> = {
  requested: "I have asked for it", granted: "Grant", refused: "Refuse…", offered: "I have offered it", opted_in: "Accept", opted_out: "Decline",
  notified: "I have told them", included: "It is in the text", open: "Open it again", waived: "Waive…",
};
/** Steps that the API takes only with a reason. */
const NEEDS_REASON: ReadonlySet<string> = new Set(["refused", "waived"]);

/** The next steps that are the caller's to take. */
export function ObligationSteps({ obligation }: { obligation: Obligation }) {
  const groups = useGroups();
  const change = useSetObligation();
  const [reasonFor, setReasonFor] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const steps = stepsFor(obligation, new Set((groups.data?.user_groups ?? []).map((group) => group.id)));
  if (steps.length === 0) return null;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (reasonFor) change.mutate({ id: obligation.id, state: reasonFor, reason: reason.trim() }, { onSuccess: () => setReasonFor(null) });
  };
  return (
    <>
      <Stack direction="row" sx={{ gap: 0.5, flexWrap: "wrap", ml: -0.75 }}>
        {steps.map((state) => (
          <Button key={state} size="small" disabled={change.isPending} data-testid={`obligation-${state}`} onClick={() => (NEEDS_REASON.has(state) ? setReasonFor(state) : change.mutate({ id: obligation.id, state }))}>
            {LABELS[state] ?? state.replaceAll("_", " ")}
          </Button>
        ))}
      </Stack>
      {reasonFor && (
        <Stack component="form" direction="row" sx={{ gap: 1, mt: 0.5 }} onSubmit={submit}>
          <TextField label="Why?" required autoFocus fullWidth value={reason} onChange={(event) => setReason(event.target.value)} />
          <Button type="submit" variant="contained" disabled={!reason.trim() || change.isPending}>{reasonFor === "waived" ? "Waive" : "Refuse"}</Button>
        </Stack>
      )}
      {change.isError && <ErrorNote error={change.error} />}
    </>
  );
}
