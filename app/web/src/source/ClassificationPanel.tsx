import { Box, Button, Stack, Typography } from "@mui/material";
import { ThumbsDown, ThumbsUp } from "lucide-react";
import { useState } from "react";

import { useClassifications, useProfile, useVote } from "../api/queries";
import type { Classification } from "../api/types";
import { ClassifyForm } from "../components/ClassifyForm";
import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";
import { Why } from "../sharing/Why";

export function ClassificationPanel({ objId }: { objId: string }) {
  const classifications = useClassifications(objId);
  const [adding, setAdding] = useState(false);
  return (
    <Panel title="Classification" testId="classification-panel" aside={!adding && <Button size="small" variant="outlined" onClick={() => setAdding(true)} data-testid="classify">Classify</Button>}>
      {classifications.isPending && <LinesSkeleton lines={2} />}
      {classifications.isError && <ErrorNote error={classifications.error} onRetry={() => void classifications.refetch()} />}
      <Stack data-testid="classifications" data-count={classifications.data?.length ?? 0} sx={{ gap: 1 }}>
        {[...(classifications.data ?? [])].sort((a, b) => b.id - a.id).map((entry) => <ClassificationRow key={entry.id} objId={objId} entry={entry} />)}
        {classifications.data?.length === 0 && !adding && <Typography sx={{ color: "text.secondary", fontSize: "0.86rem" }}>Not classified yet. What do you think it is?</Typography>}
      </Stack>
      {adding && <Box sx={{ mt: 1.5 }}><ClassifyForm objId={objId} autoFocus onDone={() => setAdding(false)} onCancel={() => setAdding(false)} /></Box>}
    </Panel>
  );
}

function ClassificationRow({ objId, entry }: { objId: string; entry: Classification }) {
  const probability = entry.probability ?? null;
  return (
    <Box data-testid="classification" data-class={entry.classification}>
      <Stack direction="row" sx={{ justifyContent: "space-between", gap: 1 }}>
        <Typography component="span" sx={{ fontWeight: 650 }}>{entry.classification}</Typography>
        <Typography component="span" sx={{ fontSize: "0.85rem" }}>{probability === null ? "" : probability.toFixed(2)}</Typography>
      </Stack>
      {probability !== null && (
        <Box sx={{ height: 4, borderRadius: 2, bgcolor: "action.hover", overflow: "hidden", my: 0.4 }}>
          <Box sx={{ height: "100%", width: `${probability * 100}%`, bgcolor: "primary.main" }} />
        </Box>
      )}
      <Typography component="div" sx={{ fontSize: "0.77rem", color: "text.secondary" }}>{entry.author_name ?? "somebody"}{entry.ml && " (machine)"} · <TimeText value={entry.created_at} relative /> <Why kind="classification" id={entry.id} what={`the classification ${entry.classification}`} /></Typography>
      <Votes objId={objId} entry={entry} />
    </Box>
  );
}

/** Who agrees and who does not; a second click takes one's vote back. */
function Votes({ objId, entry }: { objId: string; entry: Classification }) {
  const me = useProfile().data?.id;
  const cast = useVote(objId);
  const votes = entry.votes ?? [];
  const mine = votes.find((each) => each.voter_id === me)?.vote ?? 0;
  return (
    <Stack direction="row" sx={{ gap: 0.5, mt: 0.25 }}>
      {([[1, ThumbsUp, "Agree"], [-1, ThumbsDown, "Disagree"]] as const).map(([vote, Icon, word]) => (
        <Button
          key={word} size="small" color={mine === vote ? "primary" : "inherit"} variant={mine === vote ? "outlined" : "text"} aria-pressed={mine === vote} aria-label={`${word} with ${entry.classification}`}
          disabled={cast.isPending} onClick={() => cast.mutate({ id: entry.id, vote: mine === vote ? 0 : vote })} startIcon={<Icon size={13} />} data-testid={vote === 1 ? "vote-for" : "vote-against"} sx={{ minWidth: 44, py: 0, fontSize: "0.78rem" }}
        >
          {votes.filter((each) => each.vote === vote).length}
        </Button>
      ))}
      {cast.isError && <ErrorNote error={cast.error} />}
    </Stack>
  );
}
