/** Other terms for some of the data: by level, instrument or class. */
import { Autocomplete, Stack, TextField, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";

import { get } from "../api/client";
import type { Instrument } from "../api/types";
import { ClassesField } from "./CircleForm";
import { type Case, LEVELS, type Level, type Product, productLabel } from "./document";
import { PartFault, useFault } from "./fields";

export const useInstruments = () =>
  useQuery({ queryKey: ["instruments"], queryFn: ({ signal }) => get<Instrument[]>("/api/instrument", undefined, signal), staleTime: 300_000 });

export function CaseScope({ path, value, products, onChange }: { path: string; value: Case; products: readonly string[]; onChange: (value: Case) => void }) {
  const instruments = useInstruments().data ?? [];
  const nameOf = (id: number): string => {
    const found = instruments.find((instrument) => instrument.id === id);
    return found ? `${found.name ?? id}${found.telescope?.name ? ` at ${found.telescope.name}` : ""}` : `instrument ${id}`;
  };
  return (
    <Stack sx={{ gap: 1.5, mb: 2 }} data-path={path}>
      <PartFault path={path} />
      <Typography sx={{ fontSize: "0.86rem", color: "text.secondary" }}>Of the cases that fit, the first holds; where none does, what is said of the product.</Typography>
      <Several path={`${path}.products`} label="Of these products" options={products as Product[]} value={value.products} nameOf={productLabel} onChange={(next) => onChange({ ...value, products: next })} />
      <Stack direction="row" sx={{ gap: 1.5, flexWrap: "wrap" }}>
        <Several path={`${path}.levels`} label="at these levels" options={LEVELS.map(([level]) => level)} value={value.levels} nameOf={(level: Level) => level} onChange={(next) => onChange({ ...value, levels: next })} any="any level" />
        <Several path={`${path}.instrument_ids`} label="of these instruments" options={instruments.map((instrument) => instrument.id)} value={value.instrument_ids} nameOf={nameOf} onChange={(next) => onChange({ ...value, instrument_ids: next })} any="any instrument" />
        <ClassesField path={`${path}.classes`} label="of objects classified as" value={value.classes} onChange={(classes) => onChange({ ...value, classes })} />
      </Stack>
    </Stack>
  );
}

interface SeveralProps<T> { path: string; label: string; options: readonly T[]; value: readonly T[]; nameOf: (value: T) => string; onChange: (value: T[]) => void; any?: string }

function Several<T extends string | number>({ path, label, options, value, nameOf, onChange, any }: SeveralProps<T>) {
  const fault = useFault(path, true);
  return (
    <Autocomplete
      multiple size="small" options={[...options]} value={[...value]} getOptionLabel={nameOf} onChange={(_event, next) => onChange(next)} sx={{ minWidth: 200, flex: 1 }} data-path={path}
      renderInput={(params) => <TextField {...params} label={label} placeholder={value.length === 0 ? any : ""} error={fault !== null} helperText={fault} />}
    />
  );
}
