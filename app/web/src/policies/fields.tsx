/** Inputs of the editor that know their place in the document, and show the portal's sentence when it is about them. */
import { Alert, MenuItem, TextField } from "@mui/material";
import { createContext, type ReactNode, useContext, useState } from "react";

import { useGroups, useMyGroups } from "../api/queries";
import { type Fault, lines } from "./document";

export const FaultContext = createContext<Fault | null>(null);

/** The sentence about exactly this place, or about something in it that has no input of its own (`deep`). */
export function useFault(path: string, deep = false): string | null {
  const fault = useContext(FaultContext);
  if (!fault) return null;
  return fault.path === path || (deep && fault.path.startsWith(`${path}.`)) ? fault.message : null;
}

/** A sentence about a whole part of the form. */
export function PartFault({ path }: { path: string }) {
  const said = useFault(path);
  return said === null ? null : <Alert severity="error" variant="outlined" data-testid="part-fault" data-path={path} sx={{ py: 0 }}>{said}</Alert>;
}

interface NumberProps { path: string; label: string; value: number | null; onChange: (value: number | null) => void; optional?: boolean; min?: number; step?: number | "any"; width?: number; help?: string }

/** A number that may be half typed: what is no number yet is kept on the screen and out of the document. */
export function NumberField({ path, label, value, onChange, optional = false, min = 0, step = 1, width = 110, help }: NumberProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const fault = useFault(path);
  const shown = typed ?? (value === null ? "" : String(value));
  const bad = typed !== null && (typed.trim() === "" ? !optional : !Number.isFinite(Number(typed)));
  return (
    <TextField
      label={label} value={shown} error={bad || fault !== null} helperText={bad ? "Give a number." : (fault ?? help)} sx={{ width }} data-path={path}
      slotProps={{ htmlInput: { inputMode: "decimal", min, step }, inputLabel: { shrink: true } }} type="number"
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        if (text.trim() === "") { if (optional) onChange(null); }
        else if (Number.isFinite(Number(text))) onChange(Number(text));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

interface LinesProps { path: string; label: string; value: readonly string[]; onChange: (value: string[]) => void; help: string; placeholder?: string }

/** Several texts, one line each. */
export function LinesField({ path, label, value, onChange, help, placeholder }: LinesProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const fault = useFault(path, true);
  return (
    <TextField
      label={label} multiline minRows={2} fullWidth value={typed ?? value.join("\n")} error={fault !== null} helperText={fault ?? help} placeholder={placeholder} data-path={path}
      onChange={(event) => { setTyped(event.target.value); onChange(lines(event.target.value)); }} onBlur={() => setTyped(null)}
    />
  );
}

interface ChoiceProps { path: string; label: string; value: string; onChange: (value: string) => void; children: ReactNode; width?: number | object; help?: string; testId?: string }

export function Choice({ path, label, value, onChange, children, width = 190, help, testId }: ChoiceProps) {
  const fault = useFault(path);
  return (
    <TextField select label={label} value={value} onChange={(event) => onChange(event.target.value)} error={fault !== null} helperText={fault ?? help} data-path={path} data-testid={testId} sx={{ width }} slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}>
      {children}
    </TextField>
  );
}

/** Every group that one may name, by id; one that one cannot see keeps its number. */
export function useGroupNames(): { names: ReadonlyMap<number, string>; nameOf: (id: number | null | undefined) => string } {
  const groups = useGroups().data;
  const publicId = useMyGroups().publicId;
  const named = [...(groups?.user_groups ?? []), ...(groups?.all_groups ?? groups?.user_accessible_groups ?? [])].filter((group) => !group.single_user_group && group.id !== publicId);
  const names = new Map(named.map((group) => [group.id, group.name]));
  return { names, nameOf: (id) => (id == null ? "nobody yet" : (names.get(id) ?? `group ${id}`)) };
}

export function GroupChoice({ path, label, value, onChange, none, width }: { path: string; label: string; value: number | null; onChange: (id: number | null) => void; none?: string; width?: number }) {
  const { names } = useGroupNames();
  const known = value === null || names.has(value);
  return (
    <Choice path={path} label={label} value={value === null ? "" : String(value)} onChange={(text) => onChange(text === "" ? null : Number(text))} width={width ?? 190}>
      {(none !== undefined || value === null) && <MenuItem value="">{none ?? "Choose a group"}</MenuItem>}
      {!known && value !== null && <MenuItem value={String(value)}>group {value}</MenuItem>}
      {[...names].map(([id, name]) => <MenuItem key={id} value={String(id)}>{name}</MenuItem>)}
    </Choice>
  );
}
