/** One policy: what it says, who reads when, what it governs, and how it came to be. */
import { Box, Button, MenuItem, Stack, TextField, Typography } from "@mui/material";
import { ChevronLeft, PencilLine } from "lucide-react";
import { useState } from "react";
import { Link, useParams } from "react-router";

import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { PageSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";
import { Attachments } from "../policies/Attachments";
import { OpeningsPlot } from "../policies/OpeningsPlot";
import { type Policy, usePolicy } from "../policies/queries";
import { Retroactive } from "../policies/Retroactive";
import { Summary } from "../policies/Summary";
import { Versions } from "../policies/Versions";

export default function PolicyPage() {
  const { id } = useParams();
  const policy = usePolicy(Number(id));
  if (policy.isPending) return <PageSkeleton />;
  if (policy.isError) return <ErrorNote error={policy.error} onRetry={() => void policy.refetch()} page />;
  return <PolicyView key={policy.data.id} policy={policy.data} />;
}

function PolicyView({ policy }: { policy: Policy }) {
  const latest = policy.versions.at(-1);
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = policy.versions.find((version) => version.id === chosen) ?? latest;
  return (
    <Box data-testid="policy-page" data-policy={policy.id}>
      <Stack direction="row" sx={{ gap: 1, alignItems: "center", flexWrap: "wrap", mb: 0.5 }}>
        <Button component={Link} to="/policies" color="inherit" size="small" aria-label="Back to the policies" sx={{ minWidth: 32, px: 0.5 }}><ChevronLeft size={18} /></Button>
        <Typography variant="h1" sx={{ overflowWrap: "anywhere" }}>{policy.name}</Typography>
        <Box sx={{ flex: 1 }} />
        <Button component={Link} to={`/policies/${policy.id}/edit`} variant="contained" startIcon={<PencilLine size={15} />} data-testid="policy-next">New version</Button>
      </Stack>
      <Typography component="div" sx={{ fontSize: "0.84rem", color: "text.secondary", mb: 1.5 }}>held by {policy.holder ?? "a group that you cannot see"} · version {latest?.version ?? "?"} since <TimeText value={latest?.created_at} /></Typography>
      <Box sx={{ display: "grid", gridTemplateColumns: { xs: "minmax(0,1fr)", lg: "minmax(0,1fr) minmax(0,1fr)" }, gap: 2, alignItems: "start" }}>
        <Panel title="What it says" aside={policy.versions.length > 1 && (
          <TextField select value={shown?.id ?? ""} onChange={(event) => setChosen(Number(event.target.value))} slotProps={{ htmlInput: { "aria-label": "Version" } }}>
            {policy.versions.map((version) => <MenuItem key={version.id} value={version.id}>version {version.version ?? "?"}</MenuItem>)}
          </TextField>
        )}>
          {shown && <Summary text={shown.summary} />}
        </Panel>
        <Stack sx={{ gap: 2, minWidth: 0 }}>
          <Panel title="Who sees it when">{shown && <OpeningsPlot document={shown.document} holder={policy.holder ?? "The holder"} />}</Panel>
          <Panel title="What it governs"><Attachments policy={policy} editable /></Panel>
          <Panel title="What changed"><Versions policy={policy} /><Retroactive policy={policy} /></Panel>
        </Stack>
      </Box>
    </Box>
  );
}
