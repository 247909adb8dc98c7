/** What a policy governs: allocations, instruments, streams and groups; attached and taken off here. */
import { Button, Chip, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, Stack, TextField, Typography } from "@mui/material";
import { Link2 } from "lucide-react";
import { type SyntheticEvent, useState } from "react";

import { useAllocations, useStreams } from "../api/queries";
import { ErrorNote } from "../components/ErrorNote";
import { useInstruments } from "./CaseForm";
import { useGroupNames } from "./fields";
import { type Attachment, type Policy, type Thing, useAttach, useDetach } from "./queries";

type Kind = "allocation" | "instrument" | "stream" | "group";
const ARTICLED: Record<"allocation" | "instrument" | "stream" | "group", string> = { allocation: "an allocation", instrument: "an instrument", stream: "a stream", group: "a group" };
const KINDS: readonly Kind[] = ["allocation", "instrument", "stream", "group"];

/** All that could be governed, by kind, with names. */
function useThings(): Record<Kind, ReadonlyMap<number, string>> {
  const allocations = useAllocations().data ?? [];
  const streams = useStreams().data ?? [];
  const instruments = useInstruments().data ?? [];
  const { names } = useGroupNames();
  return {
    allocation: new Map(allocations.map((each) => {
      const telescope = each.instrument?.telescope?.name ?? each.telescope?.name;
      return [each.id, `${each.proposal_id ?? each.id}${telescope ? ` at ${telescope}` : ""}`];
    })),
    instrument: new Map(instruments.map((each) => [each.id, each.name ?? String(each.id)])),
    stream: new Map(streams.map((each) => [each.id, each.name])),
    group: names,
  };
}

function thingOf(attachment: Attachment): [Kind, number] {
  for (const kind of KINDS) {
    const id = attachment[`${kind}_id`];
    if (id !== null) return [kind, id];
  }
  return ["group", 0];
}

export function Attachments({ policy, editable = false }: { policy: Policy; editable?: boolean }) {
  const things = useThings();
  const detach = useDetach(policy.id);
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Attachment | null>(null);
  const labelOf = (attachment: Attachment): string => {
    const [kind, id] = thingOf(attachment);
    return `${kind} ${things[kind].get(id) ?? id}`;
  };
  return (
    <>
      <Stack direction="row" sx={{ gap: 0.75, flexWrap: "wrap", alignItems: "center" }} data-testid="attachments" data-count={policy.attachments.length}>
        {policy.attachments.length === 0 && <Typography component="span" sx={{ fontSize: "0.86rem", color: "text.secondary" }}>It is not attached to anything: it binds nobody yet.</Typography>}
        {policy.attachments.map((attachment) => (
          <Chip key={attachment.id} variant="outlined" label={labelOf(attachment)} data-testid="policy-attachment" {...(editable ? { onDelete: () => setEnding(attachment) } : {})} />
        ))}
        {editable && <Button size="small" startIcon={<Link2 size={14} />} onClick={() => setAdding(true)} data-testid="attach">Attach…</Button>}
      </Stack>
      {adding && <AttachDialog policy={policy} things={things} onClose={() => setAdding(false)} />}
      {ending && (
        <Dialog open onClose={() => setEnding(null)} maxWidth="xs" fullWidth aria-labelledby="detach-title">
          <DialogTitle id="detach-title">End its hold on {labelOf(ending)}?</DialogTitle>
          <DialogContent><Typography>Data that exist keep their policy. New data will come without it.</Typography>{detach.isError && <ErrorNote error={detach.error} />}</DialogContent>
          <DialogActions>
            <Button onClick={() => setEnding(null)} autoFocus>Keep it</Button>
            <Button color="error" disabled={detach.isPending} onClick={() => detach.mutate(ending.id, { onSuccess: () => setEnding(null) })}>End it</Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}

function AttachDialog({ policy, things, onClose }: { policy: Policy; things: Record<Kind, ReadonlyMap<number, string>>; onClose: () => void }) {
  const attach = useAttach(policy.id);
  const [kind, setKind] = useState<Kind>("allocation");
  const [id, setId] = useState("");
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const thing: Thing = { [`${kind}_id`]: Number(id) };
    attach.mutate(thing, { onSuccess: onClose });
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="attach-title">
      <form onSubmit={submit} data-testid="attach-form">
        <DialogTitle id="attach-title">Let it govern</DialogTitle>
        <DialogContent>
          <Typography sx={{ color: "text.secondary", mb: 2 }}>It holds for what comes from now on. Where several policies meet, the strictest holds.</Typography>
          <Stack sx={{ gap: 2 }}>
            <TextField select label="What" value={kind} onChange={(event) => { setKind(event.target.value as Kind); setId(""); }}>{KINDS.map((each) => <MenuItem key={each} value={each}>{ARTICLED[each]}</MenuItem>)}</TextField>
            <TextField select label="Which" value={id} onChange={(event) => setId(event.target.value)} helperText={things[kind].size === 0 ? `You see no ${kind} that it could govern.` : ""}>{[...things[kind]].map(([value, label]) => <MenuItem key={value} value={String(value)}>{label}</MenuItem>)}</TextField>
            {attach.isError && <ErrorNote error={attach.error} />}
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" disabled={id === "" || attach.isPending} data-testid="attach-submit">Attach</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
