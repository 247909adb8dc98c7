/** The agreements by which data are shared: each with who reads when, and what it governs. */
import { Box, Button, Card, Stack, Typography } from "@mui/material";
import { BookOpen, Plus } from "lucide-react";
import { Link } from "react-router";

import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";
import { Attachments } from "../policies/Attachments";
import { OpeningsPlot } from "../policies/OpeningsPlot";
import { type Policy, usePolicies } from "../policies/queries";
import { Summary } from "../policies/Summary";

export default function PoliciesPage() {
  const policies = usePolicies();
  const make = <Button component={Link} to="/policies/new" variant="contained" startIcon={<Plus size={16} />} data-testid="new-policy">New policy</Button>;
  return (
    <Box>
      <Stack direction="row" sx={{ alignItems: "center", mb: 1.5, gap: 1 }}>
        <Typography variant="h1" sx={{ flex: 1 }}>Policies</Typography>
        {policies.data && policies.data.length > 0 && make}
      </Stack>
      {policies.isPending && <LinesSkeleton lines={2} height={200} />}
      {policies.isError && <ErrorNote error={policies.error} onRetry={() => void policies.refetch()} />}
      {policies.data?.length === 0 && <Empty icon={BookOpen} title="No sharing policy yet" action={make}>Without one, data are shared as whoever posts them asks. Start from a template, look at what it would do, then attach it to an allocation, an instrument, a stream or a group.</Empty>}
      <Box sx={{ display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 460px), 1fr))", gap: 2, alignItems: "start" }}>
        {policies.data?.map((policy) => <PolicyCard key={policy.id} policy={policy} />)}
      </Box>
    </Box>
  );
}

function PolicyCard({ policy }: { policy: Policy }) {
  const latest = policy.versions.at(-1);
  return (
    <Card component="section" data-testid={`policy-${policy.id}`} sx={{ p: 2, minWidth: 0 }}>
      <Typography variant="h2"><Box component={Link} to={`/policies/${policy.id}`} data-testid="policy-link" sx={{ color: "text.primary", textDecoration: "none", "&:hover": { color: "primary.main", textDecoration: "underline" } }}>{policy.name}</Box></Typography>
      <Typography component="div" sx={{ fontSize: "0.8rem", color: "text.secondary", mb: 1.25 }}>held by {policy.holder ?? "a group that you cannot see"}{latest && <> · version {latest.version ?? "?"}, written <TimeText value={latest.created_at} relative /></>}</Typography>
      {latest && <OpeningsPlot document={latest.document} holder={policy.holder ?? "The holder"} compact />}
      <Box component="details" sx={{ my: 1, "& summary": { cursor: "pointer", fontSize: "0.86rem", fontWeight: 600, color: "primary.main", mb: 0.75 } }}>
        <summary>In plain words</summary>
        {latest && <Summary text={latest.summary} />}
      </Box>
      <Attachments policy={policy} />
    </Card>
  );
}
