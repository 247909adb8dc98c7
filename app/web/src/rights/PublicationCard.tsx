import { Box, Card, Chip, Stack, Typography } from "@mui/material";
import { Link } from "react-router";

import { ErrorNote } from "../components/ErrorNote";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";
import { Obligations } from "./Obligations";
import { usePublication } from "./queries";
import type { Publication } from "./types";

/** A publication with what it owes. */
export function PublicationCard({ publication, showObjects = true, flat = false }: { publication: Publication; showObjects?: boolean; flat?: boolean }) {
  const full = usePublication(publication.id);
  const obligations = full.data?.obligations ?? publication.obligations;
  return (
    <Card data-testid={`publication-${publication.id}`} data-stage={publication.stage} variant="outlined" sx={{ p: flat ? 1.25 : 2 }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: "baseline", flexWrap: "wrap" }}>
        <Typography variant="h3" sx={{ overflowWrap: "anywhere" }}>{publication.title}</Typography>
        <Chip variant="outlined" label={publication.stage.replaceAll("_", " ")} data-testid="publication-stage" />
      </Stack>
      <Typography component="div" sx={{ fontSize: "0.8rem", color: "text.secondary", mb: 0.75 }}>
        {publication.kind} · led by {publication.lead?.username ?? `user ${publication.lead_id}`}{publication.holder && ` for ${publication.holder.name}`} · opened <TimeText value={publication.created_at} relative />
        {showObjects && (
          <> · on {publication.obj_ids.map((id, index) => <span key={id}>{index > 0 && ", "}<Box component={Link} to={`/source/${encodeURIComponent(id)}`} sx={{ color: "primary.main" }}>{id}</Box></span>)}</>
        )}
      </Typography>
      {obligations ? <Obligations obligations={obligations} /> : full.isError ? <ErrorNote error={full.error} /> : <LinesSkeleton lines={2} />}
    </Card>
  );
}
