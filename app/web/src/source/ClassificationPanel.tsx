import { Box, Button, Stack, Typography } from "@mui/material";
import { useState } from "react";

import { useClassifications } from "../api/queries";
import type { Classification } from "../api/types";
import { ClassifyForm } from "../components/ClassifyForm";
import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";

export function ClassificationPanel({ objId }: { objId: string }) {
  const classifications = useClassifications(objId);
  const [adding, setAdding] = useState(false);
  return (
    <Panel title="Classification" testId="classification-panel" aside={!adding && <Button size="small" variant="outlined" onClick={() => setAdding(true)} data-testid="classify">Classify</Button>}>
      {classifications.isPending && <LinesSkeleton lines={2} />}
      {classifications.isError && <ErrorNote error={classifications.error} onRetry={() => void classifications.refetch()} />}
      <Stack data-testid="classifications" data-count={classifications.data?.length ?? 0} sx={{ gap: 1 }}>
        {[...(classifications.data ?? [])].sort((a, b) => b.id - a.id).map((entry) => <ClassificationRow key={entry.id} entry={entry} />)}
        {classifications.data?.length === 0 && !adding && <Typography sx={{ color: "text.secondary", fontSize: "0.86rem" }}>Not classified yet. What do you think it is?</Typography>}
      </Stack>
      {adding && <Box sx={{ mt: 1.5 }}><ClassifyForm objId={objId} autoFocus onDone={() => setAdding(false)} onCancel={() => setAdding(false)} /></Box>}
    </Panel>
  );
}

function ClassificationRow({ entry }: { entry: Classification }) {
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
      <Typography component="div" sx={{ fontSize: "0.77rem", color: "text.secondary" }}>{entry.author_name ?? "somebody"}{entry.ml && " (machine)"} · <TimeText value={entry.created_at} relative /></Typography>
    </Box>
  );
}
