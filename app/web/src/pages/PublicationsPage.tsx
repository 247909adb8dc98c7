/** What my groups' publications owe, and what others owe us. */
import { Box, Stack, Typography } from "@mui/material";
import { Handshake, ScrollText } from "lucide-react";

import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";
import { Obligations } from "../rights/Obligations";
import { PublicationCard } from "../rights/PublicationCard";
import { useObligations, usePublications } from "../rights/queries";

export default function PublicationsPage() {
  const publications = usePublications();
  const obligations = useObligations("owed");
  const owedToUs = obligations.data ?? [];
  return (
    <Box>
      <Typography variant="h1" sx={{ mb: 1.5 }}>Publications</Typography>
      <Box sx={{ display: "grid", gridTemplateColumns: { xs: "minmax(0,1fr)", lg: "minmax(0,3fr) minmax(0,2fr)" }, gap: 2, alignItems: "start" }}>
        <Panel title="What publications owe" testId="publications-panel">
          {publications.isPending && <LinesSkeleton lines={3} height={90} />}
          {publications.isError && <ErrorNote error={publications.error} onRetry={() => void publications.refetch()} />}
          {publications.data?.length === 0 && <Empty dense icon={ScrollText} title="No publication is open">Open one from a source's page: it then lists what the data on it oblige you to, and to whom.</Empty>}
          <Stack sx={{ gap: 1.25 }}>{publications.data?.map((publication) => <PublicationCard key={publication.id} publication={publication} />)}</Stack>
        </Panel>
        <Panel title="What we are owed" testId="owed-panel">
          {obligations.isPending && <LinesSkeleton lines={3} />}
          {obligations.isError && <ErrorNote error={obligations.error} onRetry={() => void obligations.refetch()} />}
          {obligations.isSuccess && owedToUs.length === 0 && <Empty dense icon={Handshake} title="Nothing is owed to your groups">When somebody opens a publication that uses your groups' data, what they owe you stands here.</Empty>}
          {owedToUs.length > 0 && <Obligations obligations={owedToUs} perspective="creditor" />}
        </Panel>
      </Box>
    </Box>
  );
}
