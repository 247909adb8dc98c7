/** One candidate, large: what a person needs to decide within seconds. */
import { Box, Button, Card, Chip, Divider, Skeleton, Stack, Tooltip, Typography } from "@mui/material";
import { ChevronLeft, ChevronRight, ExternalLink, Save, Send, Tags, ThumbsDown } from "lucide-react";
import { useMemo } from "react";
import { Link } from "react-router";

import { usePhotometry } from "../api/queries";
import type { AlertFilter, Candidate, Group } from "../api/types";
import { LightCurve } from "../charts/LightCurve";
import { TenseChip } from "../components/Chips";
import { Cutouts } from "../components/Cutouts";
import { ErrorNote } from "../components/ErrorNote";
import { Facts } from "../components/Facts";
import { KeyFacts } from "../components/KeyFacts";
import { Key } from "../components/HelpOverlay";
import { toPlotPoints } from "../lib/photometry";
import type { ScanAction } from "../lib/scan";

interface Props {
  candidate: Candidate;
  groups: readonly Group[];
  filters: readonly AlertFilter[];
  rejected: boolean;
  onAction: (action: ScanAction) => void;
}

export function CandidateCard({ candidate, groups, filters, rejected, onAction }: Props) {
  const photometry = usePhotometry(candidate.id);
  const points = useMemo(() => toPlotPoints(photometry.data ?? []), [photometry.data]);
  const saved = candidate.saved_groups ?? [];
  return (
    <Card data-testid="candidate-card" data-obj={candidate.id} data-saved={saved.length > 0} sx={{ overflow: "visible", p: { xs: 1.25, md: 2 } }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: "center", flexWrap: "wrap", mb: 1.25 }}>
        <Typography variant="h1" component="h2" sx={{ fontSize: { xs: "1.2rem", md: "1.45rem" }, overflowWrap: "anywhere" }} data-testid="candidate-id">{candidate.id}</Typography>
        <TenseChip obj={candidate} />
        {(candidate.classifications ?? []).map((entry) => (
          <Chip key={entry.id} color="primary" variant="outlined" label={`${entry.classification}${entry.probability != null && entry.probability < 1 ? ` ${entry.probability.toFixed(2)}` : ""}`} data-testid="candidate-classification" />
        ))}
        {saved.map((group) => <Chip key={group.id} color="success" variant="outlined" label={`saved to ${group.name}`} data-testid="saved-chip" />)}
        {rejected && <Chip variant="outlined" label="rejected by you" onDelete={() => onAction("reject")} data-testid="rejected-chip" />}
        <Box sx={{ flex: 1 }} />
        <PassedFilters candidate={candidate} filters={filters} groups={groups} />
      </Stack>
      <Box sx={{ display: "grid", gridTemplateColumns: { xs: "minmax(0,1fr)", md: "minmax(0, 3fr) minmax(0, 2fr)" }, gap: { xs: 1.5, md: 2.5 }, mb: 1.5 }}>
        <Cutouts thumbnails={candidate.thumbnails ?? []} id={candidate.id} />
        <KeyFacts obj={candidate} points={points} />
      </Box>
      <Box>
        <Box sx={{ minWidth: 0 }}>
          {photometry.isPending ? <Skeleton variant="rounded" height={320} /> : photometry.isError ? <ErrorNote error={photometry.error} onRetry={() => void photometry.refetch()} /> : <LightCurve photometry={photometry.data} height={280} />}
        </Box>
      </Box>
      <Divider sx={{ my: 1.5 }} />
      <Facts annotations={candidate.annotations ?? []} limit={8} />
      <Actions id={candidate.id} onAction={onAction} />
    </Card>
  );
}

function PassedFilters({ candidate, filters, groups }: { candidate: Candidate; filters: readonly AlertFilter[]; groups: readonly Group[] }) {
  const ids = candidate.filter_ids ?? candidate.passing_alerts?.flatMap((alert) => alert.filter_id ?? []) ?? [];
  const names = [...new Set(ids)].map((id) => filters.find((filter) => filter.id === id)?.name ?? `filter ${id}`);
  const groupNames = (candidate.passing_group_ids ?? []).map((id) => groups.find((group) => group.id === id)?.name ?? `group ${id}`);
  if (names.length === 0 && groupNames.length === 0) return null;
  return (
    <Tooltip title={groupNames.length > 0 ? `For ${groupNames.join(", ")}` : "Filters that this candidate passed"}>
      <Typography component="span" tabIndex={0} sx={{ fontSize: "0.8rem", color: "text.secondary" }} data-testid="passed-filters">passed {(names.length > 0 ? names : groupNames).join(", ")}</Typography>
    </Tooltip>
  );
}

const BUTTONS = [
  { action: "save", label: "Save", hint: "s", icon: Save, variant: "contained" },
  { action: "classify", label: "Classify", hint: "c", icon: Tags, variant: "outlined" },
  { action: "trigger", label: "Follow up", hint: "t", icon: Send, variant: "outlined" },
  { action: "reject", label: "Reject", hint: "r", icon: ThumbsDown, variant: "outlined" },
] as const;

function Actions({ id, onAction }: { id: string; onAction: (action: ScanAction) => void }) {
  return (
    <Stack
      direction="row" data-testid="candidate-actions"
      sx={{
        gap: { xs: 0.5, md: 1 }, mt: 2, alignItems: "center",
        position: "sticky", bottom: { xs: 56, md: 0 }, bgcolor: "background.paper", py: 1, mb: -1, zIndex: 2,
      }}
    >
      <Button color="inherit" variant="outlined" onClick={() => onAction("previous")} aria-label="Previous candidate" sx={{ minWidth: { xs: 34, md: 40 }, px: { xs: 0.25, md: 1 } }} data-testid="previous"><ChevronLeft size={18} /></Button>
      {BUTTONS.map(({ action, label, hint, icon: Icon, variant }) => (
        <Button
          key={action} variant={variant} color={action === "reject" ? "inherit" : "primary"} startIcon={<Icon size={16} />} onClick={() => onAction(action)} data-testid={action}
          sx={{ flex: { xs: 1, md: "none" }, px: { xs: 0.25, md: 1.75 }, minWidth: { xs: 0, md: 64 }, fontSize: { xs: "0.8rem", md: "0.88rem" }, whiteSpace: "nowrap", "& .MuiButton-startIcon": { display: { xs: "none", sm: "inherit" } } }}
        >
          {label}
          <Box component="span" sx={{ ml: 1, display: { xs: "none", md: "inline" }, color: "text.primary" }}><Key>{hint}</Key></Box>
        </Button>
      ))}
      <Button color="inherit" variant="outlined" onClick={() => onAction("next")} aria-label="Next candidate" sx={{ minWidth: { xs: 34, md: 40 }, px: { xs: 0.25, md: 1 } }} data-testid="next"><ChevronRight size={18} /></Button>
      <Box sx={{ flex: 1, display: { xs: "none", md: "block" } }} />
      <Button component={Link} to={`/source/${encodeURIComponent(id)}`} endIcon={<ExternalLink size={15} />} data-testid="open-source" sx={{ display: { xs: "none", md: "inline-flex" } }}>Source page</Button>
    </Stack>
  );
}
