/** One publication: where it stands, what it owes, who takes part, whose claims it meets, what data it froze. */
import { Box, Button, Stack, Typography } from "@mui/material";
import { ChevronLeft } from "lucide-react";
import { Link, useParams } from "react-router";

import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { PageSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";
import { byUrgency } from "../publications/board";
import { DataSetsPanel, OverlapsPanel, ScopePanel } from "../publications/Parts";
import { AuthorsPanel, PeoplePanel } from "../publications/People";
import { StageTrack } from "../publications/StageTrack";
import { Obligations } from "../rights/Obligations";
import { usePublication } from "../rights/queries";

export default function PublicationPage() {
  const id = Number(useParams()["id"]);
  const answer = usePublication(id);
  if (answer.isPending) return <PageSkeleton />;
  if (answer.isError) return <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} page />;
  const publication = answer.data;
  return (
    <Box data-testid="publication-page" data-stage={publication.stage}>
      <Stack direction="row" sx={{ gap: 1, alignItems: "center", flexWrap: "wrap", mb: 0.25 }}>
        <Button component={Link} to="/publications" color="inherit" size="small" aria-label="Back to the board" sx={{ minWidth: 32, px: 0.5 }}><ChevronLeft size={18} /></Button>
        <Typography variant="h1" sx={{ overflowWrap: "anywhere" }}>{publication.title}</Typography>
      </Stack>
      <Typography component="div" sx={{ fontSize: "0.84rem", color: "text.secondary", mb: 1.5 }}>
        {publication.kind} of {publication.group ?? "a group that you cannot see"} · {publication.announced_at ? <>announced <TimeText value={publication.announced_at} /></> : <>not announced: only your group knows of it</>}
        {publication.deadline_at && <> · lapses <TimeText value={publication.deadline_at} relative /> unless it goes on</>}
      </Typography>
      <Box sx={{ display: "grid", gridTemplateColumns: { xs: "minmax(0,1fr)", lg: "minmax(0,3fr) minmax(0,2fr)" }, gap: 2, alignItems: "start" }}>
        <Stack sx={{ gap: 2, minWidth: 0 }}>
          <Panel title={publication.stage === "lapsed" || publication.stage === "withdrawn" ? `It is ${publication.stage}` : "Where it stands"}><StageTrack publication={publication} /></Panel>
          <Panel title="What it owes" testId="owes"><Obligations obligations={byUrgency(publication.obligations ?? [])} /></Panel>
          <Panel title="Authors"><AuthorsPanel id={id} /></Panel>
        </Stack>
        <Stack sx={{ gap: 2, minWidth: 0 }}>
          <Panel title="People"><PeoplePanel id={id} /></Panel>
          <Panel title="Scope"><ScopePanel publication={publication} /></Panel>
          <Panel title="Overlapping claims"><OverlapsPanel id={id} /></Panel>
          <Panel title="Frozen data sets"><DataSetsPanel id={id} /></Panel>
        </Stack>
      </Box>
    </Box>
  );
}
