import { Box, Typography } from "@mui/material";

import { grouped } from "./sentences";

/** A policy in sentences, those of one product together, and products of which it says the same once. */
export function Summary({ text }: { text: string }) {
  return (
    <Box data-testid="policy-summary">
      {grouped(text).map((group) => (
        <Box key={group.head} sx={{ mb: 0.75 }}>
          {group.head && <Typography component="h4" sx={{ fontSize: "0.84rem", fontWeight: 650 }}>{group.head}</Typography>}
          <Box component="ul" sx={{ m: 0, pl: 2.25, fontSize: "0.87rem", "& li": { mb: 0.2, overflowWrap: "anywhere" } }}>
            {group.lines.map((line) => <li key={line}>{line}</li>)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
