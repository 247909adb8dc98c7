/** The conduct ledger of a group: scores with their fading, entries with evidence, what they change, and how it is kept. */
import { Alert, Box, Button, Chip, MenuItem, Stack, TextField, Typography } from "@mui/material";
import { Scale } from "lucide-react";
import { useState } from "react";

import { useMyGroups } from "../api/queries";
import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";
import { Entries } from "../conduct/Entries";
import { useEffects, useEntries, useJoin, useLedger, useMembers, useScores } from "../conduct/queries";
import { ScorePlot } from "../conduct/ScorePlot";
import { Settings } from "../conduct/Settings";
import { useGroupNames } from "../policies/fields";

export default function ConductPage() {
  const { groups, publicId } = useMyGroups();
  const members = useMembers();
  const own = groups.filter((group) => group.id !== publicId);
  const mine = new Set(own.map((group) => group.id));
  const joined = (members.data ?? []).filter((member) => mine.has(member.group_id));
  const ledgers = new Map([...own.map((group) => [group.id, group.name] as const), ...joined.map((member) => [member.collaboration_id, groups.find((group) => group.id === member.collaboration_id)?.name ?? `group ${member.collaboration_id}`] as const)]);
  const [chosen, setChosen] = useState<number | null>(null);
  const ledger = chosen ?? joined[0]?.collaboration_id ?? own[0]?.id ?? null;
  return (
    <Box data-testid="conduct-page">
      <Stack direction="row" sx={{ alignItems: "center", mb: 1.5, gap: 1, flexWrap: "wrap" }}>
        <Typography variant="h1" sx={{ flex: 1 }}>Conduct</Typography>
        {ledgers.size > 0 && <TextField select label="Ledger of" value={ledger ?? ""} onChange={(event) => setChosen(Number(event.target.value))} sx={{ minWidth: 200 }}>{[...ledgers].map(([id, name]) => <MenuItem key={id} value={id}>{name}</MenuItem>)}</TextField>}
      </Stack>
      {ledger === null ? <Empty icon={Scale} title="You are in no group yet">A ledger is kept by a group for the groups that join it.</Empty> : <LedgerView key={ledger} id={ledger} own={own.map((group) => group.id)} />}
    </Box>
  );
}

function LedgerView({ id, own }: { id: number; own: readonly number[] }) {
  const ledger = useLedger(id);
  const entries = useEntries(id);
  const scores = useScores(id, ledger.data?.enabled ?? false);
  const members = useMembers();
  const join = useJoin();
  const { names } = useGroupNames();
  const [now] = useState(() => new Date());
  const [invited, setInvited] = useState<number | null>(null);
  if (ledger.isPending) return <LinesSkeleton lines={2} height={140} />;
  if (ledger.isError) return <ErrorNote error={ledger.error} onRetry={() => void ledger.refetch()} />;
  const listed = entries.data?.entries ?? [];
  const inIt = (members.data ?? []).filter((member) => member.collaboration_id === id);
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: { xs: "minmax(0,1fr)", lg: "minmax(0,3fr) minmax(0,2fr)" }, gap: 2, alignItems: "start" }}>
      <Stack sx={{ gap: 2, minWidth: 0 }}>
        {!ledger.data.enabled && <Alert severity="info" variant="outlined">No ledger is kept here. It is off until an administrator of the group decides otherwise; it then counts what happens from that day on, for the groups that join.</Alert>}
        {ledger.data.enabled && (
          <Panel title="Scores, fading" testId="scores">
            <ScorePlot entries={listed} halfLifeDays={ledger.data.half_life_days} now={now} />
            {scores.data && <Typography sx={{ fontSize: "0.82rem", color: "text.secondary", mt: 1 }}>{scores.data.how}</Typography>}
          </Panel>
        )}
        {(ledger.data.enabled || listed.length > 0) && (
          <Panel title="Entries">
            {entries.isError && <ErrorNote error={entries.error} />}
            {entries.isSuccess && listed.length === 0 && <Empty dense icon={Scale} title="No entry yet">Each will be shown to the group concerned first, which may appeal before it counts.</Empty>}
            <Entries entries={listed} />
          </Panel>
        )}
        {own.map((group) => <EffectsOn key={group} group={group} ledger={id} />)}
      </Stack>
      <Stack sx={{ gap: 2, minWidth: 0 }}>
        <Panel title="Who takes part">
          {inIt.length === 0 && <Typography sx={{ fontSize: "0.86rem", color: "text.secondary" }}>Nobody yet. Invite groups; they join of their own will.</Typography>}
          {inIt.map((member) => (
            <Stack key={member.group_id} direction="row" sx={{ gap: 1, alignItems: "center", py: 0.25, fontSize: "0.88rem" }}>
              {member.group ?? `group ${member.group_id}`}<Chip variant="outlined" label={member.state} />
              {member.state === "invited" && own.includes(member.group_id) && <Button size="small" onClick={() => join.mutate({ collaboration_id: id, group_id: member.group_id })}>Join</Button>}
            </Stack>
          ))}
          <Stack direction="row" sx={{ gap: 1, alignItems: "center", mt: 1, flexWrap: "wrap" }}>
          <TextField select label="Invite a group" value={invited ?? ""} onChange={(event) => setInvited(Number(event.target.value))} sx={{ minWidth: 220 }} data-testid="invite-group">
            {[...names].filter(([group]) => !inIt.some((member) => member.group_id === group && member.state !== "left")).map(([group, name]) => <MenuItem key={group} value={group}>{name}</MenuItem>)}
          </TextField>
          <Button disabled={invited === null || join.isPending} onClick={() => invited !== null && join.mutate({ collaboration_id: id, group_id: invited }, { onSuccess: () => setInvited(null) })} data-testid="invite">Invite</Button>
          </Stack>
          {join.isError && <ErrorNote error={join.error} />}
        </Panel>
        <Panel title="How it is kept"><Settings key={ledger.data.version} ledger={ledger.data} /></Panel>
      </Stack>
    </Box>
  );
}

function EffectsOn({ group, ledger }: { group: number; ledger: number }) {
  const here = (useEffects(group).data ?? []).filter((effect) => effect.collaboration_id === ledger);
  if (here.length === 0) return null;
  return (
    <Panel title={`What it changes for ${here[0]?.group ?? "us"}`}>
      <Box component="ul" sx={{ m: 0, pl: 2.25, fontSize: "0.87rem" }}>{here.map((effect) => <li key={effect.effect}>{effect.sentence}</li>)}</Box>
    </Panel>
  );
}
