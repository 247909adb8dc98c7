import { Box, Button, Card, Chip, Menu, MenuItem, Stack, Typography } from "@mui/material";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";

import { useProfile } from "../api/queries";
import { ErrorNote } from "../components/ErrorNote";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";
import { Obligations } from "./Obligations";
import { usePublication, useSetStage } from "./queries";
import type { Publication } from "./types";

interface Props {
  publication: Publication;
  /** Off on an object's own page. */
  showObjects?: boolean;
  flat?: boolean;
}

/** A publication with what it owes. */
export function PublicationCard({ publication, showObjects = true, flat = false }: Props) {
  const full = usePublication(publication.id);
  const profile = useProfile();
  const shown = full.data ?? publication;
  return (
    <Card data-testid={`publication-${publication.id}`} data-stage={shown.stage} sx={{ p: flat ? 1.25 : 2 }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: "center", flexWrap: "wrap" }}>
        <Typography variant="h3" sx={{ overflowWrap: "anywhere" }}><Box component={Link} to={`/publications/${publication.id}`} sx={{ color: "inherit", textDecoration: "none", "&:hover": { textDecoration: "underline" } }}>{shown.title}</Box></Typography>
        <Chip variant="outlined" label={shown.stage} data-testid="publication-stage" />
        <Box sx={{ flex: 1 }} />
        <StageMenu publication={shown} />
      </Stack>
      <Typography component="div" sx={{ fontSize: "0.8rem", color: "text.secondary", mb: 0.75 }}>
        {shown.kind} of {shown.group ?? "a group that you cannot see"}{shown.lead_id === profile.data?.id && ", led by you"} · opened <TimeText value={shown.created_at} relative />
        {showObjects && <ObjectLinks ids={shown.obj_ids} />}
      </Typography>
      {shown.obligations ? <Obligations obligations={shown.obligations} /> : full.isError ? <ErrorNote error={full.error} /> : <LinesSkeleton lines={2} />}
    </Card>
  );
}

function ObjectLinks({ ids }: { ids: readonly string[] }) {
  return (
    <>
      {" · on "}
      {ids.map((id, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <Box component={Link} to={`/source/${encodeURIComponent(id)}`} sx={{ color: "primary.main" }}>{id}</Box>
        </span>
      ))}
    </>
  );
}

/** The portal decides who may move it on, and says so if it is not the caller. */
function StageMenu({ publication }: { publication: Publication }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const move = useSetStage();
  if (publication.next_stages.length === 0) return null;
  return (
    <>
      <Button size="small" endIcon={<ChevronDown size={14} />} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)} disabled={move.isPending} data-testid="publication-move">Move on</Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {publication.next_stages.map((stage) => (
          <MenuItem key={stage} data-testid={`stage-${stage}`} onClick={() => { setAnchor(null); move.mutate({ id: publication.id, stage }); }}>{stage}</MenuItem>
        ))}
      </Menu>
      {move.isError && <Box sx={{ width: "100%" }}><ErrorNote error={move.error} /></Box>}
    </>
  );
}
