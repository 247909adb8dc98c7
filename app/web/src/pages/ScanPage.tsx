/** The night's candidates, one large card at a time beside a strip of all of them. */
import { Box, Button, LinearProgress, Skeleton, Stack, Typography } from "@mui/material";
import { useQueryClient } from "@tanstack/react-query";
import { CircleHelp, ScanSearch } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";

import { photometryOptions, useCandidates, useFilters, useGroups, useMyGroups } from "../api/queries";
import { ClassifyDialog } from "../components/ClassifyDialog";
import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { HelpOverlay } from "../components/HelpOverlay";
import { SaveDialog } from "../components/SaveDialog";
import { TriggerDialog } from "../components/TriggerDialog";
import { usePreference } from "../lib/preferences";
import { actionOf, type ScanAction } from "../lib/scan";
import { CandidateCard } from "../scan/CandidateCard";
import { Filmstrip } from "../scan/Filmstrip";
import { DEFAULT_SETTINGS, ScanFilters, type ScanSettings, startDate } from "../scan/ScanFilters";
import { type Scan, useScan } from "../scan/useScan";

/** "save-first" leads on to the trigger form: only saved sources are followed up. */
type Open = "save" | "save-first" | "classify" | "trigger" | "help" | null;
/** Candidates fetched at a time; more than a person vets in one sitting, and one request. */
const PAGE_SIZE = 200;
const AHEAD = 2;

/** Typing into a field, or into a dialog, is not a command. */
function isBusy(target: EventTarget | null): boolean {
  const element = target instanceof Element ? target : null;
  return element?.closest("input, textarea, select, [contenteditable], [role=dialog], [role=listbox], [role=menu]") != null;
}

export function ScanPage() {
  const [settings, setSettings] = usePreference<ScanSettings>("scan-settings", DEFAULT_SETTINGS);
  const groups = useGroups();
  const filters = useFilters();
  const candidates = useCandidates({
    savedStatus: settings.saved,
    startDate: startDate(settings.hours, new Date()),
    groupIDs: settings.groupId === null ? [] : [settings.groupId],
    numPerPage: PAGE_SIZE,
  });
  const list = candidates.data?.candidates ?? [];
  const scan = useScan(list);
  const [open, setOpen] = useState<Open>(null);
  const navigate = useNavigate();
  const current = scan.current;
  const savedIds = (current?.saved_groups ?? []).map((group) => group.id);
  usePrefetch(list.map((candidate) => candidate.id), scan.progress.position);

  const act = (action: ScanAction): void => {
    const id = scan.current?.id;
    if (action === "help") setOpen("help");
    else if (id === undefined) return;
    else if (action === "trigger") setOpen(savedIds.length > 0 ? "trigger" : "save-first");
    else if (action === "save" || action === "classify") setOpen(action);
    else if (action === "open") void navigate(`/source/${encodeURIComponent(id)}`);
    else if (action === "reject") {
      scan.toggleRejected(id);
      if (scan.current && scan.verdictOf(scan.current) !== "rejected") scan.step("next");
    } else scan.step(action);
  };
  useKeys(act, open !== null);

  const mine = useMyGroups().groups;
  const accessible = groups.data?.user_accessible_groups ?? [];
  return (
    <Box>
      <Stack direction="row" sx={{ gap: 1.5, alignItems: "center", flexWrap: "wrap", mb: 1.5 }}>
        <Typography variant="h1" sx={{ mr: 1, display: { xs: "none", sm: "block" } }}>Candidates</Typography>
        <ScanFilters settings={settings} groups={mine} onChange={setSettings} />
        <Box sx={{ flex: 1 }} />
        <ProgressText scan={scan} total={candidates.data?.totalMatches ?? list.length} />
        <Button size="small" color="inherit" startIcon={<CircleHelp size={15} />} onClick={() => setOpen("help")} sx={{ display: { xs: "none", md: "inline-flex" } }}>Keys</Button>
      </Stack>
      {candidates.isError && <ErrorNote error={candidates.error} onRetry={() => void candidates.refetch()} />}
      {candidates.isPending && <Skeleton variant="rounded" height={480} />}
      {candidates.isSuccess && list.length === 0 && <NoCandidates settings={settings} onWiden={() => setSettings(DEFAULT_SETTINGS)} />}
      {current && (
        <Box sx={{ display: "grid", gridTemplateColumns: { xs: "minmax(0,1fr)", lg: "210px minmax(0,1fr)" }, gap: 1.5, alignItems: "start" }}>
          <Filmstrip candidates={list} current={current.id} verdictOf={scan.verdictOf} fresh={scan.fresh} onPick={scan.pick} />
          <CandidateCard key={current.id} candidate={current} groups={accessible} filters={filters.data ?? []} rejected={scan.verdictOf(current) === "rejected"} onAction={act} />
        </Box>
      )}
      {open === "help" && <HelpOverlay onClose={() => setOpen(null)} />}
      {open === "save" && current && <SaveDialog objId={current.id} savedGroupIds={savedIds} suggestedIds={current.passing_group_ids ?? []} onClose={() => setOpen(null)} />}
      {open === "save-first" && current && <SaveDialog objId={current.id} savedGroupIds={savedIds} suggestedIds={current.passing_group_ids ?? []} note="Only saved sources are followed up: save it first, and the form comes next." onClose={() => setOpen(null)} onSaved={() => setOpen("trigger")} />}
      {open === "classify" && current && <ClassifyDialog objId={current.id} onClose={() => setOpen(null)} />}
      {open === "trigger" && current && <TriggerDialog objId={current.id} groupIds={savedIds} onClose={() => setOpen(null)} />}
    </Box>
  );
}

function ProgressText({ scan, total }: { scan: Scan; total: number }) {
  const { position, total: loaded, vetted } = scan.progress;
  if (loaded === 0) return null;
  return (
    <Stack direction="row" sx={{ gap: 1.5, alignItems: "center" }}>
      {scan.fresh.size > 0 && <Button size="small" color="secondary" variant="outlined" onClick={scan.seeFresh} data-testid="new-candidates">{scan.fresh.size} new</Button>}
      <Box sx={{ minWidth: 130 }} data-testid="scan-progress" data-position={position} data-total={total} data-vetted={vetted}>
        <Typography sx={{ fontSize: "0.82rem" }}><strong>{position} of {total}</strong> <Box component="span" sx={{ color: "text.secondary" }}>· {vetted} vetted</Box></Typography>
        <LinearProgress variant="determinate" value={(100 * vetted) / loaded} aria-label="Share of the candidates vetted" sx={{ height: 4, borderRadius: 2 }} />
      </Box>
    </Stack>
  );
}

function NoCandidates({ settings, onWiden }: { settings: ScanSettings; onWiden: () => void }) {
  const narrowed = settings.hours !== 0 || settings.saved !== "all" || settings.groupId !== null;
  return (
    <Empty icon={ScanSearch} title={narrowed ? "No candidate matches these choices" : "No candidate has passed a filter yet"} action={narrowed ? <Button variant="outlined" onClick={onWiden}>Show all candidates</Button> : undefined}>
      {narrowed ? "Look further back, or at all groups." : <>Alerts that pass one of your groups' filters appear here by themselves. To play some now: <code>skyrelay ingest PATH</code>.</>}
    </Empty>
  );
}

function useKeys(act: (action: ScanAction) => void, dialogOpen: boolean): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const action = actionOf({ key: event.key, ctrlKey: event.ctrlKey, metaKey: event.metaKey, altKey: event.altKey, busy: dialogOpen || isBusy(event.target) });
      if (action === null) return;
      event.preventDefault();
      latest.current(action);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [dialogOpen]);
}

/** Fetch the light curves of the next candidates while this one is looked at. */
function usePrefetch(ids: readonly string[], position: number): void {
  const queries = useQueryClient();
  const wanted = ids.slice(position, position + AHEAD).join("\n");
  useEffect(() => {
    for (const id of wanted.split("\n").filter(Boolean)) void queries.query(photometryOptions(id)).catch(() => undefined);
  }, [queries, wanted]);
}
