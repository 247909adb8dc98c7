/** The objects that my groups have saved. */
import { Box, Button, Card, CardActionArea, Chip, Pagination, Stack, Typography } from "@mui/material";
import { Star } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";

import { useSources } from "../api/queries";
import type { Source } from "../api/types";
import { TenseChip } from "../components/Chips";
import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { LinesSkeleton } from "../components/Skeletons";
import { decDms, raHms } from "../lib/coordinates";
import { statsOf } from "../lib/objects";

const PAGE_SIZE = 48;

export default function SourcesPage() {
  const [page, setPage] = useState(1);
  const sources = useSources({ pageNumber: page, numPerPage: PAGE_SIZE, includeThumbnails: true, includeDetectionStats: true });
  const pages = Math.ceil((sources.data?.totalMatches ?? 0) / PAGE_SIZE);
  return (
    <Box>
      <Stack direction="row" sx={{ gap: 1.5, alignItems: "baseline", mb: 1.5 }}>
        <Typography variant="h1">Sources</Typography>
        {sources.data && <Typography sx={{ color: "text.secondary" }}>{sources.data.totalMatches} saved</Typography>}
      </Stack>
      {sources.isPending && <LinesSkeleton lines={4} height={84} />}
      {sources.isError && <ErrorNote error={sources.error} onRetry={() => void sources.refetch()} />}
      {sources.data?.totalMatches === 0 && <Empty icon={Star} title="Your groups have saved nothing yet" action={<Button component={Link} to="/candidates" variant="outlined">Scan the candidates</Button>}>A candidate that is worth a second look is saved with the <strong>s</strong> key.</Empty>}
      <Box data-testid="sources" sx={{ display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(270px, 1fr))", gap: 1.25 }}>
        {sources.data?.sources.map((source) => <SourceCard key={source.id} source={source} />)}
      </Box>
      {pages > 1 && <Pagination count={pages} page={page} onChange={(_event, value) => setPage(value)} sx={{ mt: 2 }} />}
    </Box>
  );
}

function SourceCard({ source }: { source: Source }) {
  const stats = statsOf(source);
  const url = source.thumbnails?.find((thumbnail) => thumbnail.type === "new")?.public_url;
  const classes = [...new Set((source.classifications ?? []).map((entry) => entry.classification))];
  return (
    <Card data-testid={`source-${source.id}`}>
      <CardActionArea component={Link} to={`/source/${encodeURIComponent(source.id)}`} sx={{ p: 1.25, display: "flex", gap: 1.25, justifyContent: "flex-start", alignItems: "flex-start" }}>
        {url ? <img src={url} alt="" loading="lazy" width={62} height={62} style={{ borderRadius: 6, imageRendering: "pixelated", objectFit: "cover", flexShrink: 0 }} /> : <Box sx={{ width: 62, height: 62, borderRadius: 1, bgcolor: "action.hover", flexShrink: 0 }} />}
        <Box sx={{ minWidth: 0 }}>
          <Typography noWrap sx={{ fontWeight: 650 }}>{source.id}</Typography>
          {source.ra != null && source.dec != null && <Typography noWrap sx={{ fontSize: "0.8rem", color: "text.secondary" }}>{raHms(source.ra, 1)} {decDms(source.dec, 0)}</Typography>}
          <Typography noWrap sx={{ fontSize: "0.8rem", color: "text.secondary" }}>{stats?.last_detected_mag != null ? `last ${stats.last_detected_mag.toFixed(2)} ${stats.last_detected_filter ?? ""}` : (source.groups ?? []).map((group) => group.name).join(", ")}</Typography>
          <Stack direction="row" sx={{ gap: 0.5, mt: 0.5, flexWrap: "wrap" }}>
            {classes.slice(0, 2).map((name) => <Chip key={name} color="primary" variant="outlined" label={name} />)}
            <TenseChip obj={source} />
          </Stack>
        </Box>
      </CardActionArea>
    </Card>
  );
}
