/** A class from the taxonomy's tree, and how sure one is. */
import { Autocomplete, Box, Button, Slider, Stack, TextField, Typography } from "@mui/material";
import { type SyntheticEvent, useMemo, useState } from "react";

import { useClassify, useTaxonomies } from "../api/queries";
import { type TaxonomyChoice, taxonomyChoices } from "../lib/objects";
import { ErrorNote } from "./ErrorNote";
import { useToast } from "./Toast";

interface Props {
  objId: string;
  autoFocus?: boolean;
  onDone?: () => void;
  onCancel?: () => void;
}

export function ClassifyForm({ objId, autoFocus = false, onDone, onCancel }: Props) {
  const taxonomies = useTaxonomies();
  const classify = useClassify();
  const toast = useToast();
  const choices = useMemo(() => taxonomyChoices(taxonomies.data ?? []), [taxonomies.data]);
  const [choice, setChoice] = useState<TaxonomyChoice | null>(null);
  const [probability, setProbability] = useState(1);

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!choice) return;
    classify.mutate(
      { obj_id: objId, classification: choice.label, taxonomy_id: choice.taxonomyId, probability },
      {
        onSuccess: () => {
          toast({ text: `${objId} is classified as ${choice.label}.` });
          setChoice(null);
          onDone?.();
        },
      },
    );
  };

  return (
    <Stack component="form" sx={{ gap: 1.5 }} onSubmit={submit} data-testid="classify-form">
      <Autocomplete
        options={choices}
        value={choice}
        onChange={(_event, value) => setChoice(value)}
        loading={taxonomies.isPending}
        autoHighlight
        openOnFocus={autoFocus}
        getOptionKey={(option) => `${option.taxonomyId}/${option.path.join("/")}`}
        getOptionLabel={(option) => option.label}
        isOptionEqualToValue={(a, b) => a.taxonomyId === b.taxonomyId && a.path.join("/") === b.path.join("/")}
        {...(new Set(choices.map((option) => option.taxonomy)).size > 1 ? { groupBy: (option: TaxonomyChoice) => option.taxonomy } : {})}
        noOptionsText={choices.length === 0 ? "No taxonomy is open to your groups." : "No such class."}
        renderOption={({ key, ...props }, option) => (
          <li key={key} {...props} data-testid="classify-option">
            <Box sx={{ pl: Math.max(0, option.path.length - 1) * 1.5, minWidth: 0 }}>
              {option.label}
              {option.path.length > 2 && <Typography component="span" sx={{ color: "text.secondary", fontSize: "0.74rem", ml: 1 }}>{option.path.at(-2)}</Typography>}
            </Box>
          </li>
        )}
        renderInput={(params) => <TextField {...params} label="Class" autoFocus={autoFocus} required />}
        data-testid="classify-class"
      />
      <Box sx={{ px: 0.5 }}>
        <Typography id={`probability-${objId}`} sx={{ fontSize: "0.85rem" }}>Probability <strong>{probability.toFixed(2)}</strong></Typography>
        <Slider size="small" min={0} max={1} step={0.05} value={probability} aria-labelledby={`probability-${objId}`} onChange={(_event, value: number | number[]) => setProbability(typeof value === "number" ? value : (value[0] ?? 1))} data-testid="classify-probability" />
      </Box>
      {taxonomies.isError && <ErrorNote error={taxonomies.error} onRetry={() => void taxonomies.refetch()} />}
      {classify.isError && <ErrorNote error={classify.error} />}
      <Stack direction="row" sx={{ gap: 1, justifyContent: "flex-end" }}>
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
        <Button type="submit" variant="contained" disabled={!choice || classify.isPending} data-testid="classify-submit">
          {classify.isPending ? "Classifying…" : "Classify"}
        </Button>
      </Stack>
    </Stack>
  );
}
