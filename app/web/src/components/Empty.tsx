import { Box, Stack, Typography } from "@mui/material";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface Props {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
  action?: ReactNode;
  dense?: boolean;
}

/** Nothing here yet, and what to do next. */
export function Empty({ icon: Icon, title, children, action, dense = false }: Props) {
  return (
    <Stack data-testid="empty" sx={{ alignItems: "center", textAlign: "center", py: dense ? 2.5 : 7, px: 2, gap: 1, color: "text.secondary" }}>
      <Box sx={{ p: 1.25, borderRadius: "50%", bgcolor: "action.hover", display: "flex" }}>
        <Icon size={dense ? 18 : 26} aria-hidden="true" />
      </Box>
      <Typography variant={dense ? "h3" : "h2"} component="h3" sx={{ color: "text.primary" }}>{title}</Typography>
      <Typography component="div" sx={{ maxWidth: 460, fontSize: dense ? "0.86rem" : undefined }}>{children}</Typography>
      {action}
    </Stack>
  );
}
