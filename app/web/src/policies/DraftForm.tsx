/** The editor with its live preview beside it, for a new policy and for the next version of one. */
import { Box, Button, Card, Paper, Stack, Typography } from "@mui/material";
import { type ReactNode, useState } from "react";
import { flushSync } from "react-dom";

import { ApiError } from "../api/client";
import { Panel } from "../components/Panel";
import { useDebounced } from "../lib/useDebounced";
import { type Fault, faultOf, partOf, type PolicyDocument } from "./document";
import { Editor } from "./Editor";
import { PreviewPane } from "./PreviewPane";
import { usePreview } from "./queries";

const QUIET_MS = 350;
const LAST_DAYS = 30;

interface Props {
  document: PolicyDocument;
  onChange: (document: PolicyDocument) => void;
  holder: string;
  groupId: number | null;
  /** Whose next version it is; a new policy has none. */
  policyId?: number;
  /** What the portal said when it was last sent. */
  refusal: unknown;
  head: ReactNode;
  submit: string;
  busy: boolean;
  ready: boolean;
  onSubmit: () => void;
  onCancel: () => void;
}

export function DraftForm({ document, onChange, holder, groupId, policyId, refusal, head, submit, busy, ready, onSubmit, onCancel }: Props) {
  const settled = useDebounced(document, QUIET_MS);
  const answer = usePreview({ document: settled, ...(policyId === undefined ? { group_id: groupId } : { policy_id: policyId }), last_days: LAST_DAYS });
  const [part, setPart] = useState(Object.keys(document.products)[0] ?? "");
  const [good, setGood] = useState(answer.data);
  if (answer.data && answer.data !== good) setGood(answer.data);
  const fault = faultIn(answer.error) ?? faultIn(refusal);
  const show = (): void => {
    if (!fault) return;
    flushSync(() => setPart(partOf(fault.path) ?? part));
    reveal(fault.path);
  };
  return (
    <Box component="form" noValidate onSubmit={(event) => { event.preventDefault(); if (fault) show(); else onSubmit(); }} data-testid="policy-form">
      <Box sx={{ display: "grid", gridTemplateColumns: { xs: "minmax(0,1fr)", lg: "minmax(0,7fr) minmax(0,5fr)" }, gap: 2, alignItems: "start" }}>
        <Stack sx={{ gap: 2, minWidth: 0 }}>
          {head}
          <Panel title="What it says"><Editor document={document} onChange={onChange} fault={fault} part={part} onPart={setPart} /></Panel>
        </Stack>
        <Card component="section" id="policy-preview" aria-label="Preview" sx={{ p: 2, position: { lg: "sticky" }, top: 66, maxHeight: { lg: "calc(100dvh - 150px)" }, overflow: "auto", scrollMarginTop: 60 }}>
          <Typography variant="h2">Preview</Typography>
          <PreviewPane document={settled} holder={holder} answer={{ ...answer, data: answer.data ?? good }} fault={fault} onShow={show} waiting={settled !== document} lastDays={LAST_DAYS} />
        </Card>
      </Box>
      <Paper elevation={0} sx={{ position: "sticky", bottom: { xs: 56, md: 0 }, mt: 2, p: 1.25, border: 1, borderColor: "divider", zIndex: 5, borderRadius: 2 }}>
        <Stack direction="row" sx={{ gap: 1, alignItems: "center", justifyContent: "flex-end" }}>
          <Typography sx={{ flex: 1, fontSize: "0.82rem", color: fault ? "error.main" : "text.secondary" }}>{fault ? "One thing to mend first." : "Nothing is written until you save it."}</Typography>
          <Button color="inherit" sx={{ display: { lg: "none" } }} onClick={() => window.document.getElementById("policy-preview")?.scrollIntoView()}>Preview</Button>
          <Button color="inherit" onClick={onCancel}>Cancel</Button>
          <Button type="submit" variant="contained" disabled={busy || (!ready && !fault)} data-testid="policy-save">{busy ? "Saving…" : fault ? "Show the fault" : submit}</Button>
        </Stack>
      </Paper>
    </Box>
  );
}

function faultIn(error: unknown): Fault | null {
  return error instanceof ApiError && (error.field ?? "").startsWith("document") ? faultOf(error.field, error.message) : null;
}

/** Bring the input of a path, or the nearest part around it, into view and give it the keyboard. */
function reveal(path: string): void {
  for (let at = path; at.includes("."); at = at.slice(0, at.lastIndexOf("."))) {
    const found = window.document.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`);
    if (!found) continue;
    found.scrollIntoView({ block: "center" });
    found.querySelector<HTMLElement>("input, textarea, [role=combobox]")?.focus({ preventScroll: true });
    return;
  }
}
