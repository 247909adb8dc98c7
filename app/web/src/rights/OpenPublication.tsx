import { Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, Stack, TextField, Typography } from "@mui/material";
import { type SyntheticEvent, useState } from "react";
import { useNavigate } from "react-router";

import { useMyGroups } from "../api/queries";
import { ErrorNote } from "../components/ErrorNote";
import { useToast } from "../components/Toast";
import { useOpenPublication } from "./queries";

const KINDS = [["paper", "Paper"], ["circular", "Circular (ATel, GCN, AstroNote)"], ["report", "Report"], ["conference", "Conference contribution"], ["thesis", "Thesis"]] as const;

export function OpenPublicationButton({ objId, groupIds }: { objId: string; groupIds: readonly number[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => setOpen(true)} data-testid="open-publication">Open a publication</Button>
      {open && <OpenPublicationDialog objId={objId} groupIds={groupIds} onClose={() => setOpen(false)} />}
    </>
  );
}

export function OpenPublicationDialog({ objId, groupIds, onClose }: { objId?: string; groupIds: readonly number[]; onClose: () => void }) {
  const open = useOpenPublication();
  const toast = useToast();
  const { groups: mine, publicId } = useMyGroups();
  const [title, setTitle] = useState("");
  const [kind, setKind] = useState("paper");
  const [targets, setTargets] = useState(objId ?? "");
  const navigate = useNavigate();
  const ids = targets.split(/[\s,;]+/).filter(Boolean);
  const [choice, setGroup] = useState<number | null>(null);
  const group = choice ?? mine.find((entry) => entry.id !== publicId && groupIds.includes(entry.id))?.id ?? mine[0]?.id ?? null;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (group === null) return;
    open.mutate({ title: title.trim(), kind, obj_ids: ids, group_id: group }, {
      onSuccess: (made) => {
        toast({ text: "The publication is open, with what it owes." });
        onClose();
        if (!objId) void navigate(`/publications/${made.id}`);
      },
    });
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="publication-title">
      <form onSubmit={submit} data-testid="publication-form">
        <DialogTitle id="publication-title">Open a publication{objId ? ` on ${objId}` : ""}</DialogTitle>
        <DialogContent>
          <Typography sx={{ color: "text.secondary", mb: 2 }}>It lists at once what the data on its objects oblige you to, and to whom.</Typography>
          <Stack sx={{ gap: 2 }}>
            <TextField label="Working title" required autoFocus value={title} onChange={(event) => setTitle(event.target.value)} slotProps={{ htmlInput: { "data-testid": "publication-title-input" } }} />
            {!objId && <TextField label="Objects" required multiline value={targets} onChange={(event) => setTargets(event.target.value)} helperText="Their ids, with commas or spaces between them." slotProps={{ htmlInput: { "data-testid": "publication-targets" } }} />}
            <TextField select label="Kind" value={kind} onChange={(event) => setKind(event.target.value)}>
              {KINDS.map(([value, label]) => <MenuItem key={value} value={value}>{label}</MenuItem>)}
            </TextField>
            <TextField select label="Led by" value={group ?? ""} onChange={(event) => setGroup(Number(event.target.value))}>
              {mine.map((entry) => <MenuItem key={entry.id} value={entry.id}>{entry.name}</MenuItem>)}
            </TextField>
            {open.isError && <ErrorNote error={open.error} />}
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" disabled={!title.trim() || ids.length === 0 || group === null || open.isPending} data-testid="publication-submit">{open.isPending ? "Opening…" : "Open"}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
