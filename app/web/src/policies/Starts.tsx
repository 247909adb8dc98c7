/** Templates to start from, with the places that they leave open; or nothing. */
import { Box, Button, ButtonBase, Checkbox, FormControlLabel, MenuItem, Stack, TextField, Typography } from "@mui/material";
import { FilePlus, ScrollText } from "lucide-react";
import { useState } from "react";

import { ErrorNote } from "../components/ErrorNote";
import { LinesSkeleton } from "../components/Skeletons";
import { usePublications } from "../rights/queries";
import { ClassesField } from "./CircleForm";
import { emptyDocument, type PolicyDocument, type Template } from "./document";
import { useGroupNames } from "./fields";
import { useFillTemplate, useTemplates } from "./queries";

export function Starts({ chosen, holder, onChoose }: { chosen: string | null; holder: number | null; onChoose: (name: string, document: PolicyDocument) => void }) {
  const templates = useTemplates();
  const [asking, setAsking] = useState<string | null>(null);
  const [all, setAll] = useState(true);
  const template = templates.data?.find((each) => each.name === (asking ?? chosen));
  const pick = (each: Template): void => {
    setAsking(each.name);
    setAll(false);
    if (each.takes.length === 0 && each.document) onChoose(each.name, each.document);
  };
  const here = (name: string): boolean => (asking ?? chosen) === name;
  const shown = (templates.data ?? []).filter((each) => all || here(each.name));
  return (
    <>
      {templates.isPending && <LinesSkeleton lines={1} height={96} />}
      {templates.isError && <ErrorNote error={templates.error} onRetry={() => void templates.refetch()} />}
      <Box sx={{ display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 230px), 1fr))", gap: 1 }} role="radiogroup" aria-label="Template">
        {shown.map((each) => <Start key={each.name} title={each.title} note={`Modelled on ${each.modelled_on}`} on={here(each.name)} onClick={() => pick(each)} testId={`template-${each.name}`} />)}
        {templates.isSuccess && (all || here("")) && <Start title="From nothing" note="Photometry for everybody after a year; the rest is yours to say" on={here("")} blank onClick={() => { setAsking(""); setAll(false); onChoose("", emptyDocument()); }} testId="template-blank" />}
        {!all && <Button onClick={() => setAll(true)} color="inherit" sx={{ color: "text.secondary" }} data-testid="all-templates">Another start…</Button>}
      </Box>
      {template && template.takes.length > 0 && <Places key={template.name} template={template} holder={holder} done={chosen === template.name} onFilled={(document) => onChoose(template.name, document)} />}
    </>
  );
}

/** What the template asks for, filled in by the portal. */
function Places({ template, holder, done, onFilled }: { template: Template; holder: number | null; done: boolean; onFilled: (document: PolicyDocument) => void }) {
  const { names } = useGroupNames();
  const publications = usePublications().data ?? [];
  const fill = useFillTemplate();
  const [partners, setPartners] = useState<readonly number[]>([]);
  const [classes, setClasses] = useState<string[]>([]);
  const [publication, setPublication] = useState<number | null>(null);
  const has = { partner_group_ids: partners.length > 0, classes: classes.length > 0, publication_id: publication !== null };
  const missing = template.asks_for.some((place) => !has[place]);
  const days = template.partners_after_days;
  return (
    <Box sx={{ mt: 2, p: 1.5, borderRadius: 2, bgcolor: "action.hover" }} data-testid="template-places">
      {template.takes.includes("partner_group_ids") && (
        <Box sx={{ mb: 1 }}>
          <Typography sx={{ fontSize: "0.86rem", fontWeight: 600 }}>Its partners{days === null ? "" : days === 0 ? ", who see the data at once" : `, who see the data after ${days} days`}</Typography>
          {[...names].filter(([id]) => id !== holder).map(([id, name]) => (
            <FormControlLabel key={id} label={name} control={<Checkbox size="small" checked={partners.includes(id)} onChange={(event) => setPartners(event.target.checked ? [...partners, id] : partners.filter((each) => each !== id))} />} />
          ))}
        </Box>
      )}
      {template.takes.includes("classes") && <Box sx={{ mb: 1.5, maxWidth: 460 }}><ClassesField path="classes" label="Classes of object that its special terms are for" value={classes} onChange={setClasses} /></Box>}
      {template.takes.includes("publication_id") && (
        <TextField select label="The publication that it waits for" value={publication ?? ""} onChange={(event) => setPublication(Number(event.target.value))} sx={{ mb: 1.5, minWidth: 280 }} helperText={publications.length === 0 ? "Open a publication first: it waits until that is accepted." : ""}>
          {publications.map((each) => <MenuItem key={each.id} value={each.id}>{each.title}</MenuItem>)}
        </TextField>
      )}
      {fill.isError && <ErrorNote error={fill.error} />}
      <Box><Button variant={done ? "outlined" : "contained"} disabled={missing || fill.isPending} data-testid="template-fill" onClick={() => fill.mutate({ name: template.name, partner_group_ids: [...partners], classes, publication_id: publication }, { onSuccess: (made) => onFilled(made.document) })}>{done ? "Start again with these" : "Start from it"}</Button></Box>
    </Box>
  );
}

function Start({ title, note, on, blank = false, onClick, testId }: { title: string; note: string; on: boolean; blank?: boolean; onClick: () => void; testId: string }) {
  const Icon = blank ? FilePlus : ScrollText;
  return (
    <ButtonBase role="radio" aria-checked={on} onClick={onClick} data-testid={testId} sx={{ display: "flex", justifyContent: "flex-start", alignItems: "flex-start", textAlign: "left", p: 1.25, borderRadius: 2, border: 1, borderColor: on ? "primary.main" : "divider", outline: on ? 1 : 0, outlineColor: "primary.main", outlineStyle: "solid", "&:hover": { bgcolor: "action.hover" } }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: "flex-start" }}>
        <Box sx={{ color: on ? "primary.main" : "text.secondary", pt: 0.2 }}><Icon size={16} aria-hidden="true" /></Box>
        <Box>
          <Typography component="div" sx={{ fontSize: "0.87rem", fontWeight: 650, lineHeight: 1.35 }}>{title}</Typography>
          <Typography component="div" sx={{ fontSize: "0.77rem", color: "text.secondary", mt: 0.25 }}>{note}</Typography>
        </Box>
      </Stack>
    </ButtonBase>
  );
}
