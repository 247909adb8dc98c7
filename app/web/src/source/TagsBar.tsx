/** The short words on a source, in their colours; more are put on from the list of those that there are. */
import { Autocomplete, Box, Button, Chip, Popover, Stack, TextField } from "@mui/material";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Tag } from "lucide-react";
import { useState } from "react";

import { get, post, remove } from "../api/client";
import { ErrorNote } from "../components/ErrorNote";

interface TagOption { id: number; name: string; color?: string | null }
interface ObjTag { id: number; name: string; objtagoption: TagOption }

export function TagsBar({ objId }: { objId: string }) {
  const client = useQueryClient();
  const tags = useQuery({ queryKey: ["tags", objId], queryFn: ({ signal }) => get<ObjTag[]>("/api/objtag", { obj_id: objId }, signal) });
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: ["tags", objId] });
  const takeOff = useMutation({ mutationFn: (id: number) => remove(`/api/objtag/${id}`), onSuccess: refresh });
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <Stack direction="row" data-testid="tags" data-count={tags.data?.length ?? 0} sx={{ gap: 0.5, flexWrap: "wrap", alignItems: "center" }}>
      {tags.data?.map((tag) => (
        <Chip
          key={tag.id} variant="outlined" label={tag.name} onDelete={() => takeOff.mutate(tag.id)} disabled={takeOff.isPending}
          icon={<Box sx={{ width: 10, height: 10, borderRadius: 5, ml: 1, bgcolor: tag.objtagoption.color ?? "text.secondary" }} />}
        />
      ))}
      <Button size="small" color="inherit" startIcon={<Tag size={14} />} onClick={(event) => setAnchor(event.currentTarget)} data-testid="tag-add" sx={{ color: "text.secondary" }}>Tag</Button>
      {takeOff.isError && <ErrorNote error={takeOff.error} />}
      <Popover open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)} anchorOrigin={{ vertical: "bottom", horizontal: "left" }}>
        <AddTag objId={objId} taken={tags.data?.map((tag) => tag.objtagoption.id) ?? []} onDone={() => { setAnchor(null); void refresh(); }} />
      </Popover>
    </Stack>
  );
}

/** A tag that there is, or a new word. */
function AddTag({ objId, taken, onDone }: { objId: string; taken: readonly number[]; onDone: () => void }) {
  const options = useQuery({ queryKey: ["tag-options"], queryFn: ({ signal }) => get<TagOption[]>("/api/objtagoption", undefined, signal) });
  const client = useQueryClient();
  const put = useMutation({
    mutationFn: async (word: string) => {
      const known = options.data?.find((option) => option.name.toLowerCase() === word.toLowerCase());
      const option = known ?? (await post<TagOption>("/api/objtagoption", { name: word }));
      await post("/api/objtag", { objtagoption_id: option.id, obj_id: objId });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["tag-options"] });
      onDone();
    },
  });
  const free = (options.data ?? []).filter((option) => !taken.includes(option.id)).map((option) => option.name);
  return (
    <Box sx={{ p: 1.5, width: 280 }}>
      <Autocomplete
        freeSolo openOnFocus size="small" options={free} disabled={put.isPending} onChange={(_event, word) => word?.trim() && put.mutate(word.trim())}
        renderInput={(params) => <TextField {...params} autoFocus label="Tag" helperText="Choose one, or type a new word and press Enter: letters and digits." />}
      />
      {put.isError && <ErrorNote error={put.error} />}
    </Box>
  );
}
