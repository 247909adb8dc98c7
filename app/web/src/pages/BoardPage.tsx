/** Every trigger by state, each with its attempts in order, followed live. */
import { Box, MenuItem, Stack, Switch, FormControlLabel, TextField, Typography, Button } from "@mui/material";
import { Send } from "lucide-react";
import { Link } from "react-router";

import { useMyGroups, useProfile, useTriggers } from "../api/queries";
import type { Trigger } from "../api/types";
import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { FacilitiesStrip } from "../components/Facilities";
import { LinesSkeleton } from "../components/Skeletons";
import { TriggerCard } from "../components/TriggerCard";
import { COLUMNS } from "../lib/followup";
import { usePreference } from "../lib/preferences";

interface Settings { mine: boolean; groupId: number | null }
const PAGE_SIZE = 100;

export default function BoardPage() {
  const [settings, setSettings] = usePreference<Settings>("board-settings", { mine: false, groupId: null });
  const triggers = useTriggers({ numPerPage: PAGE_SIZE });
  const profile = useProfile();
  const mine = useMyGroups().groups;
  const shown = (triggers.data?.triggers ?? []).filter(
    (trigger) => (!settings.mine || trigger.requester?.id === profile.data?.id) && (settings.groupId === null || trigger.group_id === settings.groupId),
  );
  const total = triggers.data?.totalMatches ?? 0;
  return (
    <Box>
      <Stack direction="row" sx={{ gap: 1.5, alignItems: "center", flexWrap: "wrap", mb: 1.5 }}>
        <Typography variant="h1">Follow-up</Typography>
        <Box sx={{ flex: 1 }} />
        <FormControlLabel control={<Switch size="small" checked={settings.mine} onChange={(event) => setSettings({ ...settings, mine: event.target.checked })} />} label="Mine only" />
        {mine.length > 1 && (
          <TextField select label="Group" value={settings.groupId ?? 0} onChange={(event) => setSettings({ ...settings, groupId: Number(event.target.value) || null })} sx={{ minWidth: 160 }}>
            <MenuItem value={0}>All my groups</MenuItem>
            {mine.map((group) => <MenuItem key={group.id} value={group.id}>{group.name}</MenuItem>)}
          </TextField>
        )}
      </Stack>
      <FacilitiesStrip />
      <Box sx={{ mt: 2 }}>
        {triggers.isPending && <LinesSkeleton lines={3} height={120} />}
        {triggers.isError && <ErrorNote error={triggers.error} onRetry={() => void triggers.refetch()} />}
        {triggers.isSuccess && shown.length === 0 && (
          <Empty icon={Send} title={total === 0 ? "No trigger yet" : "No trigger matches these choices"} action={<Button component={Link} to="/candidates" variant="outlined">Find something to follow</Button>}>
            Save a candidate and press <strong>t</strong>, or use “New trigger” on a source's page. What each telescope answers appears here as it happens.
          </Empty>
        )}
        {shown.length > 0 && <Columns triggers={shown} />}
        {total > PAGE_SIZE && <Typography sx={{ color: "text.secondary", mt: 2 }}>The newest {PAGE_SIZE} of {total} triggers are shown.</Typography>}
      </Box>
    </Box>
  );
}

function Columns({ triggers }: { triggers: readonly Trigger[] }) {
  return (
    <Box data-testid="trigger-board" sx={{ display: "grid", gridTemplateColumns: { xs: "minmax(0,1fr)", sm: "repeat(2, minmax(0,1fr))", xl: "repeat(4, minmax(0,1fr))" }, gap: 1.5, alignItems: "start" }}>
      {COLUMNS.map((column) => {
        const here = triggers.filter((trigger) => column.states.includes(trigger.state));
        return (
          <Box key={column.key} component="section" aria-label={column.title} data-testid={`column-${column.key}`} data-count={here.length}>
            <Stack direction="row" sx={{ gap: 1, alignItems: "baseline", mb: 0.75 }}>
              <Typography variant="h2">{column.title}</Typography>
              <Typography sx={{ color: "text.secondary" }}>{here.length}</Typography>
            </Stack>
            <Stack sx={{ gap: 1 }}>
              {here.map((trigger) => <TriggerCard key={trigger.id} trigger={trigger} />)}
              {here.length === 0 && <Box sx={{ border: 1, borderStyle: "dashed", borderColor: "divider", borderRadius: 2, p: 2, color: "text.secondary", fontSize: "0.85rem", textAlign: "center" }}>{column.empty}</Box>}
            </Stack>
          </Box>
        );
      })}
    </Box>
  );
}
