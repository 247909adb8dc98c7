/** Sharing policies in words, where they hold, and what they release when. */
import { Accordion, AccordionDetails, AccordionSummary, Box, Chip, Stack, Typography } from "@mui/material";
import { BookOpen, ChevronDown } from "lucide-react";

import { useAllocations, useGroups, useStreams } from "../api/queries";
import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";
import { usePolicies, useReleases } from "../rights/queries";
import { ReleaseTimeline } from "../rights/ReleaseTimeline";
import type { Policy, PolicyAttachment } from "../rights/types";

export default function PoliciesPage() {
  const policies = usePolicies();
  const releases = useReleases();
  return (
    <Box>
      <Typography variant="h1" sx={{ mb: 1.5 }}>Policies</Typography>
      <Box sx={{ display: "grid", gridTemplateColumns: { xs: "minmax(0,1fr)", lg: "minmax(0,3fr) minmax(0,2fr)" }, gap: 2, alignItems: "start" }}>
        <Stack sx={{ gap: 2 }}>
          {policies.isPending && <LinesSkeleton lines={2} height={160} />}
          {policies.isError && <ErrorNote error={policies.error} onRetry={() => void policies.refetch()} />}
          {policies.data?.length === 0 && <Empty icon={BookOpen} title="No sharing policy yet">Without one, data are shared as whoever posts them asks. A principal investigator can write one and attach it to an allocation.</Empty>}
          {policies.data?.map((policy) => <PolicyPanel key={policy.id} policy={policy} />)}
        </Stack>
        <Panel title="Releases" testId="releases-panel">
          {releases.isPending && <LinesSkeleton lines={3} />}
          {releases.isError && <ErrorNote error={releases.error} onRetry={() => void releases.refetch()} />}
          {releases.isSuccess && <ReleaseTimeline releases={releases.data} empty="Nothing is waiting to be released. When data come back under a policy, what is withheld for now stands here with its date." />}
        </Panel>
      </Box>
    </Box>
  );
}

function PolicyPanel({ policy }: { policy: Policy }) {
  const { attachments } = policy;
  const versions = [...policy.versions].sort((a, b) => b.id - a.id);
  const [latest, ...older] = versions;
  return (
    <Panel title={policy.name} testId={`policy-${policy.id}`} aside={<Typography component="span" sx={{ fontSize: "0.8rem", color: "text.secondary" }}>held by {policy.holder ?? "a group that you cannot see"}</Typography>}>
      {latest ? (
        <>
          <Typography component="div" sx={{ fontSize: "0.8rem", color: "text.secondary", mb: 0.5 }}>version {latest.version ?? "?"} · since <TimeText value={latest.created_at} /></Typography>
          <Summary text={latest.summary} />
        </>
      ) : <Typography sx={{ color: "text.secondary" }}>It has no version yet.</Typography>}
      <Stack direction="row" sx={{ gap: 0.75, flexWrap: "wrap", mt: 1.25, alignItems: "center" }}>
        <Typography component="span" sx={{ fontSize: "0.82rem", color: "text.secondary" }}>{attachments.length > 0 ? "Attached to" : "Not attached to anything: it binds nobody yet."}</Typography>
        {attachments.map((attachment) => <AttachmentChip key={attachment.id} attachment={attachment} />)}
      </Stack>
      {older.map((version) => (
        <Accordion key={version.id} disableGutters elevation={0} sx={{ mt: 1, border: 1, borderColor: "divider", borderRadius: 1.5, "&::before": { display: "none" } }}>
          <AccordionSummary expandIcon={<ChevronDown size={16} />}>Version {version.version ?? "?"}</AccordionSummary>
          <AccordionDetails><Summary text={version.summary} /></AccordionDetails>
        </Accordion>
      ))}
    </Panel>
  );
}

/** A summary's lines as a list where it has more than one. */
function Summary({ text }: { text: string }) {
  const lines = text.split(/\n+/).map((line) => line.replace(/^[-•*]\s*/, "").trim()).filter(Boolean);
  if (lines.length <= 1) return <Typography data-testid="policy-summary">{text}</Typography>;
  return (
    <Box component="ul" data-testid="policy-summary" sx={{ m: 0, pl: 2.5, "& li": { mb: 0.4 } }}>
      {lines.map((line) => <li key={line}>{line}</li>)}
    </Box>
  );
}

function AttachmentChip({ attachment }: { attachment: PolicyAttachment }) {
  const allocations = useAllocations();
  const groups = useGroups();
  const streams = useStreams();
  const allocation = allocations.data?.find((entry) => entry.id === attachment.allocation_id);
  const telescope = allocation?.instrument?.telescope?.name ?? allocation?.telescope?.name;
  const label =
    attachment.allocation_id !== null ? `allocation ${allocation?.proposal_id ?? attachment.allocation_id}${telescope ? ` at ${telescope}` : ""}`
    : attachment.group_id !== null ? `group ${groups.data?.user_accessible_groups.find((group) => group.id === attachment.group_id)?.name ?? attachment.group_id}`
    : attachment.stream_id !== null ? `stream ${streams.data?.find((stream) => stream.id === attachment.stream_id)?.name ?? attachment.stream_id}`
    : `instrument ${attachment.instrument_id ?? "?"}`;
  return <Chip variant="outlined" label={label} data-testid="policy-attachment" />;
}
