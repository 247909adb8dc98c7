/** The terms of one kind of product, or of one case. */
import { Box, Divider, FormControlLabel, Stack, Switch, ToggleButton, ToggleButtonGroup, Typography } from "@mui/material";
import type { ReactNode } from "react";

import { CirclesForm } from "./CircleForm";
import { type Stage, STAGES, type Terms } from "./document";
import { PartFault } from "./fields";
import { UsesForm } from "./UseForm";

export function TermsForm({ path, terms, onChange }: { path: string; terms: Terms; onChange: (terms: Terms) => void }) {
  return (
    <Stack sx={{ gap: 2 }} divider={<Divider flexItem />} data-testid="terms-form" data-path={path}>
      <Part title="Who else sees it, and when">
        <PartFault path={path} />
        <CirclesForm path={`${path}.circles`} circles={terms.circles} onChange={(circles) => onChange({ ...terms, circles })} />
      </Part>
      <Part title="What its use asks for"><UsesForm path={`${path}.use`} uses={terms.use} onChange={(use) => onChange({ ...terms, use })} /></Part>
      <Part title="How far a publication may go with it">
        <ToggleButtonGroup exclusive size="small" value={terms.stage} aria-label="How far a publication may go" onChange={(_event, stage: Stage | null) => stage && onChange({ ...terms, stage })} data-path={`${path}.stage`} sx={{ "& .MuiToggleButton-root": { py: 0.4, px: 1.5, textTransform: "none" } }}>
          {STAGES.map(([value, label]) => <ToggleButton key={value} value={value} data-testid={`stage-${value}`}>{label}</ToggleButton>)}
        </ToggleButtonGroup>
        <Typography sx={{ fontSize: "0.84rem", color: "text.secondary" }}>{STAGES.find(([value]) => value === terms.stage)?.[2]}</Typography>
      </Part>
      <Part title="May others know that it exists">
        <FormControlLabel
          sx={{ ml: 0, gap: 1 }} control={<Switch size="small" checked={terms.existence === "known"} onChange={(event) => onChange({ ...terms, existence: event.target.checked ? "known" : "secret" })} />}
          label={terms.existence === "known" ? "Yes: whoever may see the object learns that there are such data, before seeing them." : "No: whoever may not see it is not told that it is there."}
        />
      </Part>
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box component="section">
      <Typography variant="h3" sx={{ mb: 1 }}>{title}</Typography>
      <Stack sx={{ gap: 1 }}>{children}</Stack>
    </Box>
  );
}
