/** Save an object to groups; the choice is remembered for the next one. */
import { Button, Checkbox, Dialog, DialogActions, DialogContent, DialogTitle, FormControlLabel, FormGroup, Typography } from "@mui/material";
import { type SyntheticEvent, useState } from "react";

import { useGroups, useMyGroups, useSaveSource } from "../api/queries";
import { usePreference } from "../lib/preferences";
import { initialGroups } from "../lib/scan";
import { ErrorNote } from "./ErrorNote";
import { useToast } from "./Toast";

interface Props {
  objId: string;
  savedGroupIds: readonly number[];
  /** Groups whose filters it passed. */
  suggestedIds?: readonly number[];
  onClose: () => void;
  /** Called instead of closing, when there is something to go on to. */
  onSaved?: () => void;
  note?: string;
}

export function SaveDialog({ objId, savedGroupIds, suggestedIds = [], onClose, onSaved, note }: Props) {
  const groups = useGroups();
  const save = useSaveSource();
  const toast = useToast();
  const [remembered, remember] = usePreference<number[]>("save-groups", []);
  const choices = useMyGroups().groups;
  const [chosen, setChosen] = useState<ReadonlySet<number> | null>(null);
  const selected = chosen ?? new Set(initialGroups(choices.map((group) => group.id), remembered, suggestedIds));

  const toggle = (id: number): void => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const ids = [...selected];
    save.mutate(
      { id: objId, group_ids: ids },
      {
        onSuccess: () => {
          remember(ids);
          const names = choices.filter((group) => selected.has(group.id)).map((group) => group.name);
          toast({ text: `Saved ${objId} to ${names.join(", ")}.` });
          if (onSaved) onSaved();
          else onClose();
        },
      },
    );
  };

  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="save-title">
      <form onSubmit={submit} data-testid="save-dialog">
        <DialogTitle id="save-title">Save {objId}</DialogTitle>
        <DialogContent>
          <Typography sx={{ color: "text.secondary", mb: 1 }}>{note ?? "Its groups see it among their sources and can ask for follow-up."}</Typography>
          {groups.isError && <ErrorNote error={groups.error} onRetry={() => void groups.refetch()} />}
          {groups.isSuccess && choices.length === 0 && <Typography>You are in no group yet. Ask a group's administrator to add you.</Typography>}
          <FormGroup>
            {choices.map((group, index) => (
              <FormControlLabel
                key={group.id}
                control={<Checkbox autoFocus={index === 0} checked={selected.has(group.id)} onChange={() => toggle(group.id)} slotProps={{ input: { "data-testid": `save-group-${group.id}` } as object }} />}
                label={savedGroupIds.includes(group.id) ? `${group.name} (already there)` : group.name}
              />
            ))}
          </FormGroup>
          {save.isError && <ErrorNote error={save.error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" disabled={selected.size === 0 || save.isPending} data-testid="save-submit">
            {save.isPending ? "Saving…" : "Save"}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
