/** What one was told: how much of it is new, the list, and where each leads. */
import { Badge, Box, Button, Divider, IconButton, ListItemButton, Popover, Stack, Tooltip, Typography } from "@mui/material";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Bell as BellIcon } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";

import { call, get } from "../api/client";
import { Empty } from "./Empty";
import { ErrorNote } from "./ErrorNote";
import { TimeText } from "./TimeText";

interface Notification { id: number; text: string; viewed: boolean; url: string | null; created_at: string }

const PLACE = "/api/internal/notifications";
const SHOWN = 30;

export function Bell() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const told = useQuery({ queryKey: ["notifications"], queryFn: ({ signal }) => get<Notification[]>(PLACE, { numPerPage: SHOWN }, signal), refetchInterval: 60_000 });
  const see = useMutation({
    mutationFn: (which: number | "all") => call<unknown>(`${PLACE}/${which}`, { method: "PATCH", body: { viewed: true } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["notifications"] }),
  });
  const fresh = told.data?.filter((each) => !each.viewed).length ?? 0;
  const open = (each: Notification): void => {
    if (!each.viewed) see.mutate(each.id);
    if (!each.url) return;
    setAnchor(null);
    void navigate(each.url);
  };
  return (
    <>
      <Tooltip title="Notifications">
        <IconButton size="small" onClick={(event) => setAnchor(event.currentTarget)} aria-label={fresh > 0 ? `Notifications, ${fresh} new` : "Notifications"} aria-haspopup="dialog" data-testid="bell" data-new={fresh}>
          <Badge badgeContent={fresh} color="error" max={SHOWN - 1}><BellIcon size={18} /></Badge>
        </IconButton>
      </Tooltip>
      <Popover open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)} anchorOrigin={{ vertical: "bottom", horizontal: "right" }} transformOrigin={{ vertical: "top", horizontal: "right" }}>
        <Box sx={{ width: "min(380px, 92vw)", maxHeight: "70vh", overflow: "auto" }} data-testid="notifications">
          <Stack direction="row" sx={{ alignItems: "center", justifyContent: "space-between", px: 2, py: 1 }}>
            <Typography variant="h2">Notifications</Typography>
            {fresh > 0 && <Button size="small" onClick={() => see.mutate("all")} disabled={see.isPending} data-testid="notifications-read">Mark all as read</Button>}
          </Stack>
          <Divider />
          {told.isError && <ErrorNote error={told.error} onRetry={() => void told.refetch()} />}
          {see.isError && <ErrorNote error={see.error} />}
          {told.data?.length === 0 && <Empty dense icon={BellIcon} title="Nothing yet">You are told here when somebody writes @you, calls you to a source, or your trigger is done.</Empty>}
          {told.data?.map((each) => (
            <ListItemButton key={each.id} onClick={() => open(each)} divider sx={{ alignItems: "flex-start", gap: 1 }} data-testid="notification">
              <Box aria-label={each.viewed ? undefined : "new"} sx={{ width: 8, height: 8, mt: 0.8, borderRadius: 4, flexShrink: 0, bgcolor: each.viewed ? "transparent" : "error.main" }} />
              <Box sx={{ minWidth: 0 }}>
                <Typography sx={{ fontSize: "0.88rem", overflowWrap: "anywhere", fontWeight: each.viewed ? 400 : 600 }}>{each.text}</Typography>
                <Typography component="div" sx={{ fontSize: "0.76rem", color: "text.secondary" }}><TimeText value={each.created_at} relative /></Typography>
              </Box>
            </ListItemButton>
          ))}
        </Box>
      </Popover>
    </>
  );
}
