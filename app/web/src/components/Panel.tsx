import { Box, Card, Stack, Typography } from "@mui/material";
import type { ReactNode } from "react";

import { ErrorBoundary } from "./ErrorBoundary";

interface Props {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  testId?: string;
}

/** A titled part of a page that can fail alone. */
export function Panel({ title, aside, children, testId }: Props) {
  return (
    <Card component="section" data-testid={testId} sx={{ p: { xs: 1.5, md: 2 }, minWidth: 0, overflow: "visible" }}>
      <Stack direction="row" sx={{ alignItems: "center", justifyContent: "space-between", gap: 1, mb: 1.25, flexWrap: "wrap" }}>
        <Typography variant="h2">{title}</Typography>
        {aside && <Box>{aside}</Box>}
      </Stack>
      <ErrorBoundary>{children}</ErrorBoundary>
    </Card>
  );
}
