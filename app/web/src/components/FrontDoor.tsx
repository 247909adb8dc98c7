/** What the pages before the log-in have in common: the name of the house, and a narrow column. */
import { Box, Stack, Typography } from "@mui/material";
import type { ReactNode } from "react";

import logo from "../logo.svg";

export function FrontDoor({ children }: { children: ReactNode }) {
  return (
    <Box sx={{ minHeight: "100dvh", display: "grid", placeItems: "center", p: 2 }}>
      <Box sx={{ width: "100%", maxWidth: 400 }}>
        <Stack direction="row" sx={{ gap: 1.5, alignItems: "center", mb: 2 }}>
          <img src={logo} alt="" width={40} height={40} />
          <Box>
            <Typography variant="h1">Skyrelay</Typography>
            <Typography sx={{ color: "text.secondary" }}>Follow-up coordination for time-domain astronomy</Typography>
          </Box>
        </Stack>
        {children}
      </Box>
    </Box>
  );
}
