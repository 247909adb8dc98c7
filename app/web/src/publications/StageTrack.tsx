/** Where a publication is on its way, what stands before each further stage, and the way on. */
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, TextField, Tooltip, Typography } from "@mui/material";
import { ArrowRight, Check, CircleAlert } from "lucide-react";
import { type SyntheticEvent, useState } from "react";

import { ErrorNote } from "../components/ErrorNote";
import { LinesSkeleton } from "../components/Skeletons";
import { useSetStage } from "../rights/queries";
import type { Publication } from "../rights/types";
import { WAY } from "./board";
import { useSteps } from "./queries";

export function StageTrack({ publication }: { publication: Publication }) {
  const steps = useSteps(publication.id);
  const at = WAY.findIndex((stage) => stage === publication.stage);
  const blocked = steps.data?.find((step) => !step.free || step.sentences.length > 0);
  return (
    <Box data-testid="stage-track">
      <Box component="ol" aria-label="Stages" sx={{ listStyle: "none", m: 0, p: 0, display: "grid", gridTemplateColumns: { xs: "repeat(4, 1fr)", md: `repeat(${WAY.length}, 1fr)` }, rowGap: 1, mb: 1.5 }}>
        {WAY.map((stage, index) => {
          const step = steps.data?.find((each) => each.stage === stage);
          const done = index <= at;
          const bad = step !== undefined && !step.free;
          return (
            <Tooltip key={stage} title={bad ? step.sentences.join(" ") : done ? "" : "Nothing stands before it."}>
              <Box component="li" aria-current={index === at ? "step" : undefined} tabIndex={bad ? 0 : undefined} data-stage={stage} data-free={!bad}>
                <Box sx={{ height: 6, borderRadius: 1, mr: 0.5, bgcolor: done ? "primary.main" : bad ? "warning.main" : "action.selected", backgroundImage: bad ? "repeating-linear-gradient(135deg, rgba(127,127,127,.6) 0 3px, transparent 3px 7px)" : "none" }} />
                <Typography component="span" sx={{ fontSize: "0.76rem", textTransform: "capitalize", fontWeight: index === at ? 700 : 450, color: index === at ? "primary.main" : "text.secondary" }}>{stage}</Typography>
              </Box>
            </Tooltip>
          );
        })}
      </Box>
      {steps.isPending && <LinesSkeleton lines={1} />}
      {steps.isError && <ErrorNote error={steps.error} />}
      {blocked && <Blocked stage={blocked.stage} free={blocked.free} sentences={blocked.sentences} />}
      {steps.data && !blocked && at >= 0 && at < WAY.length - 1 && <Stack direction="row" sx={{ gap: 0.75, alignItems: "center", color: "success.main", fontSize: "0.87rem" }}><Check size={16} aria-hidden="true" /> Nothing stands between it and publication.</Stack>}
      <Moves publication={publication} />
    </Box>
  );
}

function Blocked({ stage, free, sentences }: { stage: string; free: boolean; sentences: readonly string[] }) {
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: "22px minmax(0,1fr)", gap: 0.75, fontSize: "0.87rem" }} data-testid="before-next">
      <Box sx={{ color: "warning.main", pt: 0.2 }}><CircleAlert size={17} aria-hidden="true" /></Box>
      <Box>
        <strong>{free ? `On the way to ${stage}:` : `Before it can be ${stage}:`}</strong>
        <Box component="ul" sx={{ m: 0, pl: 2 }}>{sentences.map((line) => <li key={line}>{line}</li>)}</Box>
      </Box>
    </Box>
  );
}

/** One button for the next stage, small ones for the others; what ends it asks why. The portal decides who may. */
function Moves({ publication }: { publication: Publication }) {
  const move = useSetStage();
  const [asking, setAsking] = useState<string | null>(null);
  const [why, setWhy] = useState("");
  const at = WAY.findIndex((stage) => stage === publication.stage);
  const forward = (stage: string): boolean => WAY.findIndex((each) => each === stage) > at;
  const go = (stage: string, reason = ""): void => move.mutate({ id: publication.id, stage, ...(reason ? { why: reason } : {}) }, { onSuccess: () => { setAsking(null); setWhy(""); } });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (asking) go(asking, why.trim());
  };
  return (
    <>
      <Stack direction="row" sx={{ gap: 1, mt: 1.5, flexWrap: "wrap" }}>
        {publication.next_stages.map((stage) => forward(stage)
          ? <Button key={stage} variant="contained" endIcon={<ArrowRight size={15} />} disabled={move.isPending} onClick={() => go(stage)} data-testid={`stage-${stage}`} sx={{ textTransform: "capitalize" }}>{stage}</Button>
          : <Button key={stage} variant="outlined" color="inherit" disabled={move.isPending} onClick={() => setAsking(stage)} data-testid={`stage-${stage}`}>{stage === "withdrawn" ? "Withdraw…" : `Back to ${stage}…`}</Button>)}
      </Stack>
      {move.isError && !asking && <ErrorNote error={move.error} />}
      {asking && (
        <Dialog open onClose={() => setAsking(null)} maxWidth="xs" fullWidth aria-labelledby="move-title">
          <form onSubmit={submit}>
            <DialogTitle id="move-title">{asking === "withdrawn" ? "Withdraw it?" : `Back to ${asking}?`}</DialogTitle>
            <DialogContent>
              <TextField label="Why" autoFocus fullWidth multiline sx={{ mt: 1 }} value={why} onChange={(event) => setWhy(event.target.value)} helperText="Everybody concerned reads it in the history." />
              {move.isError && <ErrorNote error={move.error} />}
            </DialogContent>
            <DialogActions><Button onClick={() => setAsking(null)}>Cancel</Button><Button type="submit" variant="contained" disabled={move.isPending}>{asking === "withdrawn" ? "Withdraw" : "Move back"}</Button></DialogActions>
          </form>
        </Dialog>
      )}
    </>
  );
}
