import { Box, Stack, Typography } from "@mui/material";

import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";
import { OpenPublicationButton } from "../rights/OpenPublication";
import { PublicationCard } from "../rights/PublicationCard";
import { usePublications, useReleases } from "../rights/queries";
import { TermsButton } from "../sharing/Terms";
import { ReleaseTimeline } from "../rights/ReleaseTimeline";

/** Who will see what when, and what a publication on this object owes. */
export function RightsPanel({ objId, groupIds }: { objId: string; groupIds: readonly number[] }) {
  const publications = usePublications(objId);
  const releases = useReleases(objId);
  const here = (publications.data ?? []).filter((publication) => publication.obj_ids.includes(objId));
  return (
    <Panel title="Publications and releases" testId="rights-panel" aside={<Stack direction="row" sx={{ gap: 0.75 }}><TermsButton objId={objId} /><OpenPublicationButton objId={objId} groupIds={groupIds} /></Stack>}>
      {publications.isPending && <LinesSkeleton lines={2} />}
      {publications.isError && <ErrorNote error={publications.error} onRetry={() => void publications.refetch()} />}
      <Stack sx={{ gap: 1 }}>{here.map((publication) => <PublicationCard key={publication.id} publication={publication} showObjects={false} flat />)}</Stack>
      {publications.isSuccess && here.length === 0 && <Typography sx={{ color: "text.secondary", fontSize: "0.86rem" }}>No publication is open on it. Opening one shows what it would owe, and to whom.</Typography>}
      <Box sx={{ mt: 2 }}>
        <Typography variant="h3" sx={{ mb: 0.75 }}>Who reads the data when</Typography>
        {releases.isPending && <LinesSkeleton lines={1} />}
        {releases.isError && <ErrorNote error={releases.error} onRetry={() => void releases.refetch()} />}
        {releases.isSuccess && <ReleaseTimeline releases={releases.data} empty="Nothing on this object is withheld." />}
      </Box>
    </Panel>
  );
}
