import { Box, Button, Stack } from "@mui/material";
import { Send } from "lucide-react";
import { useState } from "react";

import { useTriggers } from "../api/queries";
import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";
import { TriggerCard } from "../components/TriggerCard";
import { TriggerForm } from "../components/TriggerForm";

export function FollowupPanel({ objId, groupIds }: { objId: string; groupIds: readonly number[] }) {
  const triggers = useTriggers({ obj_id: objId, numPerPage: 50 });
  const [asking, setAsking] = useState(false);
  const list = triggers.data?.triggers ?? [];
  return (
    <Panel title="Follow-up" testId="followup-panel" aside={!asking && <Button size="small" variant="contained" onClick={() => setAsking(true)} startIcon={<Send size={15} />} data-testid="new-trigger">New trigger</Button>}>
      {asking && (
        <Box sx={{ border: 1, borderColor: "divider", borderRadius: 2, p: { xs: 1.25, sm: 2 }, mb: 1.5 }}>
          <TriggerForm objId={objId} groupIds={groupIds} onDone={() => setAsking(false)} onCancel={() => setAsking(false)} />
        </Box>
      )}
      {triggers.isPending && <LinesSkeleton lines={2} />}
      {triggers.isError && <ErrorNote error={triggers.error} onRetry={() => void triggers.refetch()} />}
      {triggers.isSuccess && list.length === 0 && !asking && <Empty dense icon={Send} title="No telescope has been asked">“New trigger” asks several telescopes in turn until one delivers.</Empty>}
      <Stack sx={{ gap: 1.25 }}>{list.map((trigger) => <TriggerCard key={trigger.id} trigger={trigger} showObject={false} />)}</Stack>
    </Panel>
  );
}
