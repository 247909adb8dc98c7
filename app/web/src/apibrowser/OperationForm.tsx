/** One operation: what it takes, a form with its example, the request to copy, and the answer. */
import { Alert, Box, Button, Chip, MenuItem, Stack, TextField, Typography } from "@mui/material";
import { useMutation } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { type KeyboardEvent, type SyntheticEvent, useState } from "react";

import { AnswerView } from "./AnswerView";
import { type Operation, type Parameter, type Schema, typeName } from "./description";
import { FieldTable } from "./FieldTable";
import { badJson, missing, place, request, send, startingBody, startingValues } from "./request";
import { Snippets } from "./Snippets";

const MANY = 12;
const CODE = { fontFamily: "ui-monospace, monospace", fontSize: "0.82rem" } as const;

export function OperationForm({ operation, components, token }: { operation: Operation; components: Record<string, Schema>; token: string }) {
  const [values, setValues] = useState(() => startingValues(operation));
  const [body, setBody] = useState(() => startingBody(operation));
  const wrong = operation.body ? badJson(body) : null;
  const lacking = missing(operation, values);
  const asked = request(operation, values, body, window.location.origin);
  const sending = useMutation({ mutationFn: () => send(asked, token) });
  const ready = wrong === null && lacking.length === 0 && !sending.isPending;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (ready) sending.mutate();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
  };
  return (
    <Stack component="form" onSubmit={submit} onKeyDown={onKey} sx={{ gap: 1.5, px: 1.25, pb: 1.5, pt: 0.5, borderTop: 1, borderColor: "divider" }}>
      {(operation.description || operation.open) && (
        <Typography sx={{ fontSize: "0.86rem", color: "text.secondary", whiteSpace: "pre-line" }}>{[operation.description, operation.open ? "Anybody may ask this, without credentials." : ""].filter(Boolean).join("\n")}</Typography>
      )}
      <Parameters operation={operation} components={components} values={values} onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))} />
      {operation.body && (
        <Box>
          {operation.body.examples.length > 1 && (
            <TextField select label="Example" defaultValue={0} onChange={(event) => setBody(JSON.stringify(operation.body?.examples[Number(event.target.value)]?.value, null, 2))} sx={{ mb: 1.25, minWidth: 260, maxWidth: "100%" }}>
              {operation.body.examples.map((example, index) => <MenuItem key={example.name} value={index}>{example.name}</MenuItem>)}
            </TextField>
          )}
          <TextField
            multiline fullWidth label="Body (JSON)" value={body} onChange={(event) => setBody(event.target.value)} minRows={3} maxRows={22} error={wrong !== null} helperText={wrong ?? "Ctrl+Enter sends it."}
            slotProps={{ htmlInput: { "data-testid": "api-body", spellCheck: false, style: CODE } }}
          />
          <FieldTable title="Fields of the body" schema={operation.body.schema} components={components} />
        </Box>
      )}
      <Stack direction="row" sx={{ gap: 1.5, alignItems: "center", flexWrap: "wrap" }}>
        <Button type="submit" variant="contained" color={operation.method === "DELETE" ? "error" : "primary"} disabled={!ready} startIcon={<Play size={15} />} data-testid="api-send">{operation.method === "GET" ? "Send" : `Send ${operation.method}`}</Button>
        {lacking.length > 0 && <Typography component="span" sx={{ fontSize: "0.84rem", color: "text.secondary" }}>Fill in {lacking.join(", ")}.</Typography>}
      </Stack>
      {sending.isError && <Alert severity="error">The portal cannot be reached: {sending.error.message}</Alert>}
      {sending.data && <AnswerView key={sending.submittedAt} received={sending.data} />}
      <Snippets asked={asked} />
      {operation.answer && <FieldTable title="Fields of the answer" schema={operation.answer} components={components} />}
      {operation.files.length > 0 && <Stack direction="row" sx={{ gap: 0.75, alignItems: "center", flexWrap: "wrap", fontSize: "0.84rem", color: "text.secondary" }}>Answers a file: {operation.files.map((kind) => <Chip key={kind} label={kind} variant="outlined" />)}</Stack>}
    </Stack>
  );
}

interface ParametersProps {
  operation: Operation;
  components: Record<string, Schema>;
  values: Record<string, string>;
  onChange: (place: string, value: string) => void;
}

/** Those that must be given or have an example first; the rest when asked for, if they are many. */
function Parameters({ operation, components, values, onChange }: ParametersProps) {
  const [all, setAll] = useState(operation.parameters.length <= MANY);
  const isFirst = (parameter: Parameter): boolean => parameter.required === true || parameter.example !== undefined;
  const sorted = [...operation.parameters.filter(isFirst), ...operation.parameters.filter((parameter) => !isFirst(parameter))];
  const shown = all ? sorted : sorted.filter((parameter, index) => isFirst(parameter) || index < MANY / 2);
  if (sorted.length === 0) return null;
  return (
    <Box>
      <Box sx={{ display: "grid", gridTemplateColumns: { xs: "minmax(0,1fr)", sm: "repeat(2, minmax(0,1fr))", lg: "repeat(3, minmax(0,1fr))" }, gap: 1.25, mt: 0.5 }}>
        {shown.map((parameter) => (
          <ParameterField key={place(parameter)} parameter={parameter} components={components} value={values[place(parameter)] ?? ""} onChange={(value) => onChange(place(parameter), value)} />
        ))}
      </Box>
      {!all && <Button size="small" sx={{ mt: 0.75 }} onClick={() => setAll(true)}>Show all {sorted.length} parameters</Button>}
    </Box>
  );
}

function ParameterField({ parameter, components, value, onChange }: { parameter: Parameter; components: Record<string, Schema>; value: string; onChange: (value: string) => void }) {
  const kind = typeName(parameter.schema, components);
  const choices = (parameter.schema["enum"] as string[] | undefined) ?? (kind === "boolean" ? ["true", "false"] : null);
  const fallback = parameter.schema["default"];
  const said = (parameter.description ?? (parameter.schema["description"] as string | undefined)) ?? "";
  return (
    <TextField
      label={parameter.name} required={parameter.required === true} value={value} onChange={(event) => onChange(event.target.value)} select={choices !== null}
      placeholder={fallback === undefined || fallback === null ? "" : JSON.stringify(fallback)}
      helperText={[choices ? "" : kind, fallback === undefined || fallback === null || fallback === "" ? "" : `default ${JSON.stringify(fallback)}`, said].filter(Boolean).join(" · ")}
      slotProps={{ htmlInput: { "data-testid": `api-parameter-${parameter.name}`, spellCheck: false, autoCapitalize: "off" }, inputLabel: { sx: { textTransform: "none" } } }}
    >
      {choices && ["", ...choices].map((choice) => <MenuItem key={choice} value={choice}>{choice || "not sent"}</MenuItem>)}
    </TextField>
  );
}
