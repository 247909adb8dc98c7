/** Versions of a policy, and what changes between two of them in sentences. */
import { Box, MenuItem, Stack, TextField, Typography } from "@mui/material";
import { Minus, Plus } from "lucide-react";
import { useState } from "react";

import { ErrorNote } from "../components/ErrorNote";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";
import { type Policy, useDifferences } from "./queries";

export function Versions({ policy }: { policy: Policy }) {
  const numbered = policy.versions.filter((version) => version.version !== null);
  const last = numbered.at(-1)?.version ?? null;
  const [from, setFrom] = useState<number | null>(numbered.at(-2)?.version ?? null);
  const [to, setTo] = useState<number | null>(last);
  const answer = useDifferences(policy.id, from, to);
  if (numbered.length < 2) return <Typography sx={{ fontSize: "0.86rem", color: "text.secondary" }}>This is its first version. When you write another, what changes stands here in sentences.</Typography>;
  const pick = (label: string, value: number | null, set: (value: number) => void) => (
    <TextField select label={label} value={value ?? ""} onChange={(event) => set(Number(event.target.value))} sx={{ minWidth: 130 }}>
      {numbered.map((version) => <MenuItem key={version.id} value={version.version ?? 0}>version {version.version}</MenuItem>)}
    </TextField>
  );
  return (
    <Box data-testid="versions">
      <Stack direction="row" sx={{ gap: 1.5, mb: 1.5, flexWrap: "wrap", alignItems: "center" }}>
        {pick("From", from, setFrom)}
        {pick("To", to, setTo)}
        <Typography component="div" sx={{ fontSize: "0.8rem", color: "text.secondary" }}>written <TimeText value={numbered.find((version) => version.version === to)?.created_at} /></Typography>
      </Stack>
      {from === to && <Typography sx={{ fontSize: "0.86rem", color: "text.secondary" }}>Choose two different versions.</Typography>}
      {answer.isError && <ErrorNote error={answer.error} />}
      {answer.isLoading && <LinesSkeleton lines={2} height={20} />}
      {from !== to && answer.data?.length === 0 && <Typography sx={{ fontSize: "0.86rem" }}>They say the same.</Typography>}
      {from !== to && (
        <Box component="ul" data-testid="differences" sx={{ listStyle: "none", m: 0, p: 0, opacity: answer.isPlaceholderData ? 0.5 : 1 }}>
          {answer.data?.map((line) => <Difference key={line} line={line} />)}
        </Box>
      )}
    </Box>
  );
}

function Difference({ line }: { line: string }) {
  const gone = line.startsWith("No longer: ");
  const Icon = gone ? Minus : Plus;
  return (
    <Box component="li" sx={{ display: "grid", gridTemplateColumns: "22px minmax(0,1fr)", gap: 0.75, py: 0.4, fontSize: "0.87rem" }}>
      <Box sx={{ color: gone ? "error.main" : "success.main", pt: 0.2 }}><Icon size={15} aria-hidden="true" /></Box>
      <span>{line}</span>
    </Box>
  );
}
