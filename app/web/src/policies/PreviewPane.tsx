/** What the draft says, as one types: the sentences, who reads when, and the fault if there is one. */
import { Alert, Box, Button, LinearProgress, Stack, Typography } from "@mui/material";

import { ApiError } from "../api/client";
import { ErrorNote } from "../components/ErrorNote";
import { LinesSkeleton } from "../components/Skeletons";
import { type Fault, placeOf, type PolicyDocument } from "./document";
import { OpeningsPlot } from "./OpeningsPlot";
import type { Preview } from "./queries";
import { SimulationPlot } from "./SimulationPlot";
import { Summary } from "./Summary";

interface Props { document: PolicyDocument; holder: string; answer: { data: Preview | undefined; error: unknown; isFetching: boolean }; fault: Fault | null; onShow: () => void; waiting: boolean; lastDays: number }

export function PreviewPane({ document, holder, answer, fault, onShow, waiting, lastDays }: Props) {
  const busy = waiting || answer.isFetching;
  return (
    <Box data-testid="policy-preview" data-busy={busy} aria-live="polite">
      <Box sx={{ height: 3, mb: 1 }}>{busy && <LinearProgress sx={{ height: 3, borderRadius: 2 }} />}</Box>
      {fault && (
        <Alert severity="error" variant="outlined" data-testid="policy-fault" data-path={fault.path} sx={{ mb: 1.5 }} action={<Button color="inherit" size="small" onClick={onShow}>Show me</Button>}>
          {placeOf(fault.path, document) && <strong>{placeOf(fault.path, document)}: </strong>}{fault.message}
        </Alert>
      )}
      {answer.error !== null && !fault && <ErrorNote error={answer.error instanceof ApiError ? answer.error : new Error("The preview could not be made.")} />}
      <Typography variant="h3" sx={{ mb: 0.75 }}>Who sees it when</Typography>
      <OpeningsPlot document={document} holder={holder} />
      {answer.data?.simulation && (
        <Box sx={{ mt: 1.5, opacity: fault ? 0.5 : 1 }}>
          <Typography variant="h3" sx={{ mb: 0.5 }}>Who would see the last {lastDays} days</Typography>
          <SimulationPlot simulation={answer.data.simulation} lastDays={lastDays} />
        </Box>
      )}
      <Stack sx={{ mt: 1.5, opacity: fault ? 0.5 : 1 }}>
        <Typography variant="h3" sx={{ mb: 0.75 }}>In plain words</Typography>
        {fault && answer.data && <Typography sx={{ fontSize: "0.8rem", color: "text.secondary", mb: 0.5 }}>As it was before the fault:</Typography>}
        {answer.data ? <Summary text={answer.data.summary} /> : !fault && <LinesSkeleton lines={4} height={18} />}
      </Stack>
    </Box>
  );
}
