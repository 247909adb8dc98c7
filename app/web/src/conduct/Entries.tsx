/** Entries of the ledger: what, by which rule, with which evidence; appeal and review where they are one's own to make. */
import { Box, Button, Chip, Stack, TextField, Typography } from "@mui/material";
import { ThumbsDown, ThumbsUp } from "lucide-react";
import { type SyntheticEvent, useState } from "react";

import { ErrorNote } from "../components/ErrorNote";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";
import { type Entry, useAppeal, useEntry, useReview } from "./queries";

const STANDS: Record<Entry["state"], string> = { shown: "shown, does not count yet", appealed: "under appeal", effective: "counts", withdrawn: "withdrawn" };

export function Entries({ entries }: { entries: readonly Entry[] }) {
  return <Box data-testid="conduct-entries" data-count={entries.length}>{entries.map((entry) => <EntryRow key={entry.id} entry={entry} />)}</Box>;
}

function EntryRow({ entry }: { entry: Entry }) {
  const [open, setOpen] = useState(false);
  const full = useEntry(entry.id, open);
  const credit = entry.kind === "credit";
  const Icon = credit ? ThumbsUp : ThumbsDown;
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: "26px minmax(0,1fr)", gap: 1, py: 1, borderTop: 1, borderColor: "divider", "&:first-of-type": { borderTop: 0 } }}>
      <Box sx={{ color: credit ? "success.main" : "warning.main", pt: 0.25 }}><Icon size={17} aria-label={credit ? "credit" : "debit"} /></Box>
      <Box>
        <Stack direction="row" sx={{ gap: 1, flexWrap: "wrap", alignItems: "baseline" }}>
          <Typography component="span" sx={{ fontSize: "0.88rem" }}><strong>{entry.group ?? `group ${entry.group_id}`}</strong>: {entry.sentence}</Typography>
          <Chip variant="outlined" label={`${credit ? "+" : "−"}${Math.abs(entry.weight)} · ${STANDS[entry.state]}`} />
        </Stack>
        <Typography component="div" sx={{ fontSize: "0.78rem", color: "text.secondary" }}><TimeText value={entry.happened_at} relative /> · {entry.rule.replaceAll("_", " ")} · {entry.state === "shown" ? <>counts <TimeText value={entry.effective_at} relative /> unless appealed</> : `counts as ${entry.counts_as.toFixed(2)} now`}</Typography>
        {entry.appeal && <Typography sx={{ fontSize: "0.82rem", fontStyle: "italic" }}>Appeal: “{entry.appeal.reason}”{entry.appeal.verdict && ` ${entry.appeal.reviewer ?? "The reviewer"}: ${entry.appeal.verdict}, “${entry.appeal.why ?? ""}”`}</Typography>}
        <Stack direction="row" sx={{ gap: 0.5, ml: -0.75 }}>
          <Button size="small" color="inherit" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? "Hide the evidence" : "Evidence"}</Button>
        </Stack>
        {open && full.isPending && <LinesSkeleton lines={1} height={18} />}
        {open && full.data?.evidence.map((proof) => <Typography key={proof.kind} sx={{ fontSize: "0.82rem" }}>{proof.count} {proof.kind.replaceAll("_", " ")}{proof.hours !== null && `, ${proof.hours.toFixed(1)} h`}{!proof.complete && " (of more that you cannot see)"}{proof.ids.length > 0 && `: ${proof.ids.slice(0, 12).join(", ")}`}</Typography>)}
        {entry.may_appeal && <Say label="Appeal" help="Say why it is not right. It does not count until the reviewer has decided." use={useAppeal} id={entry.id} />}
        {entry.may_review && <Review id={entry.id} />}
      </Box>
    </Box>
  );
}

function Say({ label, help, use, id }: { label: string; help: string; use: typeof useAppeal; id: number }) {
  const send = use(id);
  const [text, setText] = useState<string | null>(null);
  if (text === null) return <Button size="small" variant="outlined" onClick={() => setText("")} data-testid="appeal">{label}…</Button>;
  return (
    <Stack component="form" sx={{ gap: 1, mt: 0.5 }} onSubmit={(event: SyntheticEvent) => { event.preventDefault(); send.mutate(text.trim(), { onSuccess: () => setText(null) }); }}>
      <TextField label="Why" autoFocus multiline value={text} onChange={(event) => setText(event.target.value)} helperText={help} />
      <Box><Button type="submit" variant="contained" size="small" disabled={!text.trim() || send.isPending}>{label}</Button></Box>
      {send.isError && <ErrorNote error={send.error} />}
    </Stack>
  );
}

function Review({ id }: { id: number }) {
  const send = useReview(id);
  const [why, setWhy] = useState("");
  return (
    <Stack sx={{ gap: 1, mt: 0.75 }}>
      <TextField label="Your decision, and why" value={why} onChange={(event) => setWhy(event.target.value)} multiline />
      <Stack direction="row" sx={{ gap: 1 }}>
        <Button size="small" variant="outlined" disabled={!why.trim() || send.isPending} onClick={() => send.mutate({ verdict: "upheld", why: why.trim() })}>It stands</Button>
        <Button size="small" variant="outlined" disabled={!why.trim() || send.isPending} onClick={() => send.mutate({ verdict: "withdrawn", why: why.trim() })}>Take it out</Button>
      </Stack>
      {send.isError && <ErrorNote error={send.error} />}
    </Stack>
  );
}
