import { Box, Stack, Tooltip } from "@mui/material";

import type { LiveStatus } from "../api/live";
import { utcMinute } from "../lib/time";
import { useLive } from "./LiveProvider";

const TEXT: Record<LiveStatus, { label: string; colour: string; explain: string }> = {
  live: { label: "Live", colour: "success.main", explain: "Connected: what changes appears without a reload." },
  connecting: { label: "Connecting", colour: "text.secondary", explain: "Connecting to the portal's live channel." },
  offline: { label: "Offline", colour: "warning.main", explain: "The live channel is down; trying again. What you see may be old." },
};

/** Whether the page follows what happens, in words as well as colour. */
export function LiveIndicator({ compact }: { compact: boolean }) {
  const { status, lastAt } = useLive();
  const { label, colour, explain } = TEXT[status];
  return (
    <Tooltip title={<>{explain}{lastAt && <><br />Last change {utcMinute(lastAt)} UTC</>}</>}>
      <Stack direction="row" data-testid="live-indicator" data-status={status} tabIndex={0} aria-label={`${label}. ${explain}`} sx={{ alignItems: "center", gap: 0.75, fontSize: "0.8rem", color: colour, fontWeight: 600 }}>
        <Box
          component="span"
          sx={{
            width: 9, height: 9, borderRadius: "50%", border: 2, borderColor: "currentColor", bgcolor: status === "live" ? "currentColor" : "transparent",
            "@keyframes pulse": { "0%": { opacity: 1 }, "50%": { opacity: 0.35 }, "100%": { opacity: 1 } },
            animation: status === "connecting" ? "pulse 1.4s infinite" : "none",
          }}
        />
        {(!compact || status === "offline") && label}
      </Stack>
    </Tooltip>
  );
}
