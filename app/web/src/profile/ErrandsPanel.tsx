/** What the portal does for me outside itself, and how far it is. */
import { Chip, Stack, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { PackageCheck } from "lucide-react";

import { get } from "../api/client";
import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";
import { Entry } from "./Entry";

interface Errand { id: number; kind: string; state: "waiting" | "running" | "done" | "failed" | "cancelled"; attempts: number; reason: string | null; created_at: string; due_at: string; finished_at: string | null }

const COLOUR = { waiting: "warning", running: "info", done: "success", failed: "error", cancelled: "default" } as const;
const SHOWN = 20;

export function ErrandsPanel() {
  const answer = useQuery({ queryKey: ["errands"], queryFn: ({ signal }) => get<{ errands: Errand[]; totalMatches: number }>("/api/errands", { numPerPage: SHOWN }, signal), refetchInterval: 30_000 });
  const errands = answer.data?.errands ?? [];
  return (
    <Panel title="Errands" testId="errands-panel">
      {answer.isPending && <LinesSkeleton lines={2} />}
      {answer.isError && <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isSuccess && errands.length === 0 && <Empty dense icon={PackageCheck} title="Nothing is under way">What you ask of services outside, such as an analysis, a report to TNS or a picture of the sky, is followed here.</Empty>}
      <Stack data-testid="errands" data-count={errands.length}>
        {errands.map((errand) => (
          <Entry key={errand.id} title={errand.kind.replaceAll(/[._]/g, " ")} aside={<Chip label={errand.state} color={COLOUR[errand.state]} variant="outlined" />}>
            asked <TimeText value={errand.created_at} relative />
            {errand.state === "waiting" && errand.attempts > 0 && <> · again at <TimeText value={errand.due_at} /></>}
            {errand.attempts > 1 && ` · ${errand.attempts} attempts`}
            {errand.reason && ` · ${errand.reason}`}
          </Entry>
        ))}
      </Stack>
      {(answer.data?.totalMatches ?? 0) > SHOWN && <Typography sx={{ color: "text.secondary", fontSize: "0.82rem", mt: 1 }}>The latest {SHOWN} of {answer.data?.totalMatches}.</Typography>}
    </Panel>
  );
}
