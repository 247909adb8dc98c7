/** What a publication is about, whose claims it overlaps with, and its frozen data sets. */
import { Box, Button, Chip, LinearProgress, Link as Anchor, Stack, TextField, Typography } from "@mui/material";
import { type SyntheticEvent, useState } from "react";
import { Link } from "react-router";

import { ErrorNote } from "../components/ErrorNote";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";
import { parseUtc, utcDate } from "../lib/time";
import type { Publication } from "../rights/types";
import { type DataSet, useDataSets, useFreeze, useOverlaps } from "./queries";

export function ScopePanel({ publication }: { publication: Publication }) {
  const { scope } = publication;
  const range = [scope.date_from, scope.date_to].map((date) => (date ? utcDate(parseUtc(date)) : null));
  return (
    <Stack sx={{ gap: 0.75, fontSize: "0.87rem" }} data-testid="scope">
      {scope.kind === "listing" && <div>Everything on the list <strong>{scope.list_name}</strong>.</div>}
      {scope.kind === "topic" && <div>{scope.classes.length > 0 ? `Objects classified as ${scope.classes.join(" or ")}` : "Objects"}{scope.topic && ` on the topic ${scope.topic}`}.</div>}
      {(range[0] ?? range[1]) && <div>First detected {range[0] && `from ${range[0]}`} {range[1] && `before ${range[1]}`} (UTC).</div>}
      <Stack direction="row" sx={{ gap: 0.5, flexWrap: "wrap" }}>
        {publication.obj_ids.map((id) => <Chip key={id} component={Link} to={`/source/${encodeURIComponent(id)}`} clickable variant="outlined" label={id} />)}
      </Stack>
      {publication.obj_ids.length === 0 && <Box sx={{ color: "text.secondary" }}>No object in it that you can see.</Box>}
      {publication.intended_data.length > 0 && <Box sx={{ color: "text.secondary" }}>It means to use {publication.intended_data.join(", ")}.</Box>}
    </Stack>
  );
}

export function OverlapsPanel({ id }: { id: number }) {
  const overlaps = useOverlaps(id);
  if (overlaps.isPending) return <LinesSkeleton lines={1} />;
  if (overlaps.isError) return <ErrorNote error={overlaps.error} />;
  if (overlaps.data.length === 0) return <Typography sx={{ fontSize: "0.86rem", color: "text.secondary" }}>Nobody else has claimed what it is about. Claims are compared when it is announced.</Typography>;
  return (
    <Stack sx={{ gap: 1 }} data-testid="overlaps" data-count={overlaps.data.length}>
      {overlaps.data.map((overlap) => (
        <Box key={overlap.id} sx={{ fontSize: "0.87rem", borderLeft: 3, borderColor: overlap.settled_at ? "success.main" : "warning.main", pl: 1.25 }}>
          <strong>{overlap.claims.filter((claim) => claim.publication_id !== id).map((claim) => claim.title ?? "A publication that you cannot see").join(", ")}</strong>
          <div>on {overlap.obj_ids.join(", ") || "the same class"} · rule: {overlap.rule.replaceAll("_", " ")}</div>
          <Box sx={{ color: "text.secondary" }}>{overlap.settled_at ? <>settled: {overlap.outcome}{overlap.why && ` (“${overlap.why}”)`}</> : <>{overlap.state.replaceAll("_", " ")}{overlap.deadline_at && <>; to be settled <TimeText value={overlap.deadline_at} relative /></>}</>}</Box>
        </Box>
      ))}
    </Stack>
  );
}

export function DataSetsPanel({ id }: { id: number }) {
  const sets = useDataSets(id);
  const freeze = useFreeze(id);
  const [name, setName] = useState("");
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    freeze.mutate(name.trim(), { onSuccess: () => setName("") });
  };
  return (
    <Stack sx={{ gap: 1 }} data-testid="data-sets" data-count={sets.data?.length ?? 0}>
      {sets.isError && <ErrorNote error={sets.error} />}
      {sets.data?.length === 0 && <Typography sx={{ fontSize: "0.86rem", color: "text.secondary" }}>None yet. Freezing keeps the exact rows with checksums and terms, so that whoever shared them can be cited.</Typography>}
      {sets.data?.map((each) => <DataSetRow key={each.id} set={each} />)}
      <Stack component="form" direction="row" sx={{ gap: 1 }} onSubmit={submit}>
        <TextField label="Name" value={name} onChange={(event) => setName(event.target.value)} sx={{ flex: 1 }} slotProps={{ htmlInput: { maxLength: 200 } }} />
        <Button type="submit" variant="outlined" disabled={!name.trim() || freeze.isPending}>Freeze</Button>
      </Stack>
      {freeze.isError && <ErrorNote error={freeze.error} />}
    </Stack>
  );
}

function DataSetRow({ set }: { set: DataSet }) {
  const making = set.state === "waiting" || set.state === "making";
  return (
    <Box sx={{ fontSize: "0.87rem" }}>
      <strong>{set.name}</strong> <Box component="span" sx={{ color: "text.secondary" }}>{set.state === "done" ? `${((set.size ?? 0) / 1e6).toFixed(1)} MB` : set.state}</Box>{" "}
      {set.state === "done" && <Anchor href={`/api/publications/${set.publication_id}/data_sets/${set.id}/file`}>Download</Anchor>}
      {set.doi && <> · <Anchor href={`https://doi.org/${set.doi}`} target="_blank" rel="noreferrer">{set.doi}</Anchor></>}
      {making && <LinearProgress variant={set.progress > 0 ? "determinate" : "indeterminate"} value={set.progress * 100} aria-label={`${Math.round(set.progress * 100)} % made`} sx={{ mt: 0.5, borderRadius: 2 }} />}
      {set.reason && <Box sx={{ color: "error.main" }}>{set.reason}</Box>}
    </Box>
  );
}
