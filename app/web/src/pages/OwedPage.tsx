/** What my groups owe, and what they are owed: the urgent first, each with its next step at hand. */
import { Box, Chip, Stack, Typography } from "@mui/material";
import { CircleCheckBig, Handshake } from "lucide-react";

import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";
import { byUrgency, isMyTurn } from "../publications/board";
import { Obligations } from "../rights/Obligations";
import { useObligations } from "../rights/queries";

export default function OwedPage() {
  return (
    <Box data-testid="owed-page">
      <Typography variant="h1" sx={{ mb: 1.5 }}>What we owe and are owed</Typography>
      <Box sx={{ display: "grid", gridTemplateColumns: { xs: "minmax(0,1fr)", lg: "minmax(0,1fr) minmax(0,1fr)" }, gap: 2, alignItems: "start" }}>
        <Side side="owe" title="We owe" testId="owe-panel" empty="When a publication of your groups uses data that come with terms, what it must ask, offer or print stands here." />
        <Side side="owed" title="We are owed" testId="owed-panel" empty="When somebody opens a publication that uses your groups’ data, what they owe you stands here." />
      </Box>
    </Box>
  );
}

function Side({ side, title, testId, empty }: { side: "owe" | "owed"; title: string; testId: string; empty: string }) {
  const answer = useObligations(side);
  const mine = side === "owe" ? "debtor" : "creditor";
  const all = byUrgency(answer.data ?? []);
  const turn = all.filter((each) => isMyTurn(each, mine));
  const waiting = all.filter((each) => each.open && !isMyTurn(each, mine));
  const settled = all.filter((each) => !each.open);
  const overdue = all.filter((each) => each.overdue && each.open).length;
  const perspective = side === "owe" ? "mine" : "creditor";
  return (
    <Panel title={title} testId={testId} aside={<Stack direction="row" sx={{ gap: 0.5 }}>{overdue > 0 && <Chip color="error" label={`${overdue} overdue`} />}{turn.length > 0 && <Chip color="primary" variant="outlined" label={`${turn.length} for you to do`} />}</Stack>}>
      {answer.isPending && <LinesSkeleton lines={3} />}
      {answer.isError && <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isSuccess && turn.length + waiting.length === 0 && <Empty dense icon={settled.length > 0 ? CircleCheckBig : Handshake} title={settled.length > 0 ? "Nothing is open" : side === "owe" ? "You owe nothing" : "Nothing is owed to you"}>{settled.length > 0 ? "All of it is settled." : empty}</Empty>}
      {turn.length > 0 && <><Heading>It is our turn</Heading><Obligations obligations={turn} perspective={perspective} /></>}
      {waiting.length > 0 && <><Heading>{side === "owe" ? "We wait for an answer" : "It is their turn"}</Heading><Obligations obligations={waiting} perspective={perspective} /></>}
      {settled.length > 0 && (
        <Box component="details" sx={{ mt: 1, "& summary": { cursor: "pointer", fontWeight: 600, fontSize: "0.86rem", color: "text.secondary" } }}>
          <summary>{settled.length} settled</summary>
          <Obligations obligations={settled} perspective={perspective} />
        </Box>
      )}
    </Panel>
  );
}

function Heading({ children }: { children: string }) {
  return <Typography variant="overline" component="h3" sx={{ color: "text.secondary", display: "block", mt: 0.5 }}>{children}</Typography>;
}
