/** Everything about one object: light curve, cut-outs, what people and machines say of it, follow-up, rights. */
import { Box, Button, Chip, Skeleton, Stack, Typography } from "@mui/material";
import { ChevronLeft, Save, SearchX, Share2 } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { Link, useParams } from "react-router";

import { ApiError } from "../api/client";
import { useAnnotations, usePhotometry, useSource } from "../api/queries";
import type { Source } from "../api/types";
import { LightCurve } from "../charts/LightCurve";
import { TenseChip } from "../components/Chips";
import { Cutouts } from "../components/Cutouts";
import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { Facts } from "../components/Facts";
import { KeyFacts } from "../components/KeyFacts";
import { Panel } from "../components/Panel";
import { SaveDialog } from "../components/SaveDialog";
import { PageSkeleton } from "../components/Skeletons";
import { useToast } from "../components/Toast";
import { toPlotPoints } from "../lib/photometry";
import { ShareDialog } from "../sharing/ShareDialog";
import { Why } from "../sharing/Why";
import { ClassificationPanel } from "../source/ClassificationPanel";
import { CommentsPanel } from "../source/CommentsPanel";
import { FollowupPanel } from "../source/FollowupPanel";
import { ObservabilityPanel } from "../source/ObservabilityPanel";
import { RightsPanel } from "../source/RightsPanel";
import { SpectraPanel } from "../source/SpectraPanel";
import { TagsBar } from "../source/TagsBar";
import { useFresh } from "../source/useFresh";

export default function SourcePage() {
  const { id = "" } = useParams();
  const source = useSource(id);
  if (source.isPending) return <PageSkeleton />;
  if (source.error instanceof ApiError && source.error.status === 404) {
    return (
      <Empty icon={SearchX} title={`No object “${id}” that you can see`} action={<Button component={Link} to="/candidates" variant="outlined">Go to the candidates</Button>}>
        Either it does not exist, or nothing about it has been shared with your groups. Check the spelling; ids are case-sensitive.
      </Empty>
    );
  }
  if (source.isError) return <ErrorNote error={source.error} onRetry={() => void source.refetch()} page />;
  return <SourceView key={id} source={source.data} />;
}

function SourceView({ source }: { source: Source }) {
  const photometry = usePhotometry(source.id);
  const annotations = useAnnotations(source.id);
  const points = useMemo(() => toPlotPoints(photometry.data ?? []), [photometry.data]);
  const groups = (source.groups ?? []).filter((group) => group.active !== false);
  const groupIds = groups.map((group) => group.id);
  const ids = useMemo(() => photometry.data?.map((point) => point.id), [photometry.data]);
  const fresh = useFresh(ids);
  useArrivalToast(fresh.size, source.id);
  return (
    <Box data-testid="source-page" data-obj={source.id}>
      <Header source={source} groupIds={groupIds} />
      <Box sx={{ display: "grid", gridTemplateColumns: { xs: "minmax(0,1fr)", lg: "minmax(0,1fr) 360px" }, gap: 2, alignItems: "start" }}>
        <Stack sx={{ gap: 2, minWidth: 0 }}>
          <Panel title="Light curve" aside={<Typography component="span" sx={{ fontSize: "0.82rem", color: "text.secondary" }}><Why kind="obj" id={source.id} what={`the data on ${source.id}`} /> {fresh.size > 0 ? `${fresh.size} new since you opened this page` : `${photometry.data?.length ?? 0} points`}</Typography>}>
            {photometry.isPending && <Skeleton variant="rounded" height={380} />}
            {photometry.isError && <ErrorNote error={photometry.error} onRetry={() => void photometry.refetch()} />}
            {photometry.data && <LightCurve photometry={photometry.data} height={380} fresh={fresh} />}
          </Panel>
          <SpectraPanel objId={source.id} redshift={source.redshift ?? null} />
          <FollowupPanel objId={source.id} groupIds={groupIds} />
          <RightsPanel objId={source.id} groupIds={groupIds} />
        </Stack>
        <Stack sx={{ gap: 2, minWidth: 0 }}>
          <Panel title="Cut-outs">
            <Cutouts thumbnails={source.thumbnails ?? []} id={source.id} />
            <Box sx={{ mt: 2 }}><KeyFacts obj={source} points={points} /></Box>
          </Panel>
          <ClassificationPanel objId={source.id} />
          <CommentsPanel objId={source.id} />
          <ObservabilityPanel objId={source.id} />
          <Panel title="Annotations">
            {annotations.isError ? <ErrorNote error={annotations.error} /> : <Facts annotations={annotations.data ?? source.annotations ?? []} />}
          </Panel>
        </Stack>
      </Box>
    </Box>
  );
}

function Header({ source, groupIds }: { source: Source; groupIds: readonly number[] }) {
  const [saving, setSaving] = useState(false);
  const [sharing, setSharing] = useState(false);
  const groups = (source.groups ?? []).filter((group) => group.active !== false);
  return (
    <Stack direction="row" sx={{ gap: 1, alignItems: "center", flexWrap: "wrap", mb: 1.5 }}>
      <Button component={Link} to="/candidates" color="inherit" size="small" aria-label="Back to the candidates" sx={{ minWidth: 32, px: 0.5 }}><ChevronLeft size={18} /></Button>
      <Typography variant="h1" data-testid="source-id" sx={{ overflowWrap: "anywhere" }}>{source.id}</Typography>
      {(source.alias ?? []).map((alias) => <Typography key={alias} component="span" sx={{ color: "text.secondary" }}>{alias}</Typography>)}
      <TenseChip obj={source} />
      <TagsBar objId={source.id} />
      <Box sx={{ flex: 1 }} />
      <Stack direction="row" sx={{ gap: 0.75, flexWrap: "wrap", alignItems: "center" }} data-testid="saved-groups" data-count={groups.length}>
        {groups.map((group) => <Chip key={group.id} color="success" variant="outlined" label={group.name} />)}
        {groups.length === 0 && <Typography component="span" sx={{ color: "text.secondary", fontSize: "0.85rem" }}>Not saved yet</Typography>}
        <Button size="small" variant={groups.length === 0 ? "contained" : "outlined"} startIcon={<Save size={15} />} onClick={() => setSaving(true)} data-testid="save">{groups.length === 0 ? "Save" : "Groups…"}</Button>
        <Button size="small" variant="outlined" startIcon={<Share2 size={15} />} onClick={() => setSharing(true)} data-testid="share">Share…</Button>
      </Stack>
      {sharing && <ShareDialog selection={{ obj_id: source.id }} what={source.id} onClose={() => setSharing(false)} />}
      {saving && <SaveDialog objId={source.id} savedGroupIds={groupIds} onClose={() => setSaving(false)} />}
    </Stack>
  );
}

/** Says once, per arrival, that the curve has grown. */
function useArrivalToast(count: number, id: string): void {
  const toast = useToast();
  useEffect(() => {
    if (count > 0) toast({ severity: "info", text: `New photometry of ${id} has arrived.` });
  }, [count, id, toast]);
}
