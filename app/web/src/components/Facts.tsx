/** Annotations: scores as bars, the rest as small labels with their origin. */
import { Box, Stack, Tooltip, Typography } from "@mui/material";

import type { Annotation } from "../api/types";
import { type Fact, factsOf, isScore } from "../lib/objects";

export function Facts({ annotations, limit }: { annotations: readonly Annotation[]; limit?: number }) {
  const facts = factsOf(annotations);
  const scores = facts.filter(isScore);
  const others = facts.filter((fact) => !isScore(fact));
  const shown = limit === undefined ? others : others.slice(0, limit);
  if (facts.length === 0) return <Typography sx={{ color: "text.secondary", fontSize: "0.85rem" }}>No scores or annotations came with it.</Typography>;
  return (
    <Box data-testid="annotations">
      <Box sx={{ display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(170px, 1fr))", columnGap: 2, rowGap: 0.75 }}>
        {scores.map((fact) => <ScoreBar key={`${fact.origin}/${fact.key}`} fact={fact} />)}
      </Box>
      <Stack direction="row" sx={{ gap: 0.5, flexWrap: "wrap", mt: scores.length > 0 ? 1.25 : 0 }}>
        {shown.map((fact) => (
          <Tooltip key={`${fact.origin}/${fact.key}`} title={`${fact.key} (${fact.origin || "no origin"})`}>
            <Box sx={{ fontSize: "0.76rem", px: 0.75, py: 0.25, borderRadius: 1, bgcolor: "action.hover", maxWidth: "100%", overflowWrap: "anywhere" }}>
              <Box component="span" sx={{ color: "text.secondary" }}>{fact.key}</Box> {fact.value}
            </Box>
          </Tooltip>
        ))}
        {shown.length < others.length && (
          <Tooltip title={others.slice(shown.length).map((fact) => `${fact.key} ${fact.value}`).join(" · ")}>
            <Box tabIndex={0} sx={{ fontSize: "0.76rem", px: 0.75, py: 0.25, color: "text.secondary" }}>{others.length - shown.length} more</Box>
          </Tooltip>
        )}
      </Stack>
    </Box>
  );
}

function ScoreBar({ fact }: { fact: Fact }) {
  const value = fact.number ?? 0;
  return (
    <Tooltip title={`${fact.key} from ${fact.origin || "unknown"}: ${fact.value}`}>
      <Box>
        <Box sx={{ display: "flex", justifyContent: "space-between", gap: 1, fontSize: "0.78rem" }}>
          <Box component="span" sx={{ color: "text.secondary", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}>{fact.key}</Box>
          <Box component="span" sx={{ fontWeight: 650 }}>{fact.value}</Box>
        </Box>
        <Box sx={{ height: 5, borderRadius: 3, bgcolor: "action.hover", overflow: "hidden" }}>
          <Box sx={{ height: "100%", width: `${value * 100}%`, bgcolor: "primary.main", borderRadius: 3 }} />
        </Box>
      </Box>
    </Tooltip>
  );
}
