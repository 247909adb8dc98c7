import { Alert, AlertTitle, Box, Button, Typography } from "@mui/material";

import { ApiError } from "../api/client";

interface Props {
  error: unknown;
  onRetry?: (() => void) | undefined;
  /** Stand alone on a page instead of inside a panel. */
  page?: boolean;
}

/** The portal's own sentence, with its code for whoever has to report it. */
export function ErrorNote({ error, onRetry, page = false }: Props) {
  const message = error instanceof Error ? error.message : "Something went wrong in the dashboard.";
  const code = error instanceof ApiError ? [error.code, error.field].filter(Boolean).join(" · ") : "dashboard_error";
  return (
    <Box sx={page ? { maxWidth: 620, mx: "auto", mt: 8, px: 2 } : { my: 1 }}>
      <Alert
        severity="error"
        variant="outlined"
        data-testid="error-note"
        data-code={error instanceof ApiError ? error.code : "dashboard_error"}
        action={onRetry && <Button color="inherit" size="small" onClick={onRetry}>Try again</Button>}
      >
        {page && <AlertTitle>This page cannot be shown</AlertTitle>}
        {message}
        <Typography component="div" sx={{ fontSize: "0.75rem", opacity: 0.75, mt: 0.25 }}>{code}</Typography>
      </Alert>
    </Box>
  );
}
