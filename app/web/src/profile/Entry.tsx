/** One line of a list in the profile: what it is, a remark, and what can be done with it. */
import { Box, Stack, Typography } from "@mui/material";
import type { ReactNode } from "react";

export function Entry({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <Stack direction="row" sx={{ gap: 1, alignItems: "center", py: 0.75, borderTop: 1, borderColor: "divider" }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: "anywhere" }}>{title}</Typography>
        <Typography component="div" sx={{ fontSize: "0.78rem", color: "text.secondary", overflowWrap: "anywhere" }}>{children}</Typography>
      </Box>
      {aside}
    </Stack>
  );
}
