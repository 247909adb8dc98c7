/** My groups: who is in them, which streams they read, which filters look for them. */
import { Box, Chip, Stack, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import type { ReactNode } from "react";

import { get } from "../api/client";
import { useFilters, useGroups, useMyGroups } from "../api/queries";
import type { AlertFilter, Group } from "../api/types";
import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";

export default function GroupsPage() {
  const groups = useGroups();
  const mine = useMyGroups().groups;
  return (
    <Box>
      <Typography variant="h1" sx={{ mb: 1.5 }}>Groups</Typography>
      {groups.isPending && <LinesSkeleton lines={2} height={160} />}
      {groups.isError && <ErrorNote error={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.isSuccess && mine.length === 0 && <Empty icon={Users} title="You are in no group yet">Candidates, sources and data come to people through groups. Ask an administrator of a group to add you.</Empty>}
      <Box sx={{ display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 380px), 1fr))", gap: 2, alignItems: "start" }}>
        {mine.map((group) => <GroupPanel key={group.id} summary={group} />)}
      </Box>
    </Box>
  );
}

function GroupPanel({ summary }: { summary: Group }) {
  const detail = useQuery({ queryKey: ["groups", summary.id], queryFn: ({ signal }) => get<Group>(`/api/groups/${summary.id}`, undefined, signal) });
  const filters = useFilters();
  const group = detail.data ?? summary;
  const people = group.users ?? (group.group_users ?? []).map((entry) => ({ id: entry.user_id ?? entry.id, username: entry.user?.username ?? null, admin: entry.admin, can_save: entry.can_save }));
  const own = group.filters ?? (filters.data ?? []).filter((filter) => filter.group_id === group.id);
  return (
    <Panel title={group.name} testId={`group-${group.id}`}>
      {group.description && <Typography sx={{ color: "text.secondary", mb: 1 }}>{group.description}</Typography>}
      {detail.isError && <ErrorNote error={detail.error} />}
      <Block title={`Members (${people.length})`} empty="Only administrators see the members.">
        {people.map((person) => <Chip key={person.id} variant="outlined" color={person.admin ? "primary" : "default"} label={`${person.username ?? person.id}${person.admin ? " · admin" : ""}${person.can_save === false ? " · reads only" : ""}`} />)}
      </Block>
      <Block title="Streams" empty="It reads no alert stream.">
        {(group.streams ?? []).map((stream) => <Chip key={stream.id} variant="outlined" label={stream.name} />)}
      </Block>
      <Typography variant="overline" component="h3" sx={{ color: "text.secondary", mt: 1, display: "block" }}>Filters</Typography>
      {own.length === 0 && <Typography sx={{ color: "text.secondary", fontSize: "0.85rem" }}>No filter yet: no candidate comes to this group.</Typography>}
      {own.map((filter) => <FilterText key={filter.id} filter={filter} />)}
    </Panel>
  );
}

function Block({ title, empty, children }: { title: string; empty: string; children: ReactNode[] }) {
  return (
    <Box sx={{ mb: 1 }}>
      <Typography variant="overline" component="h3" sx={{ color: "text.secondary", display: "block" }}>{title}</Typography>
      {children.length === 0 ? <Typography sx={{ color: "text.secondary", fontSize: "0.85rem" }}>{empty}</Typography> : <Stack direction="row" sx={{ gap: 0.5, flexWrap: "wrap" }}>{children}</Stack>}
    </Box>
  );
}

/** A filter's name with its expression, where the API gives it. */
function FilterText({ filter }: { filter: AlertFilter }) {
  const expression = filter.altdata?.["expression"] ?? filter.altdata?.["sql"];
  return (
    <Box sx={{ mb: 0.75 }}>
      <Typography sx={{ fontSize: "0.88rem", fontWeight: 600 }}>{filter.name}{filter.stream?.name && <Box component="span" sx={{ color: "text.secondary", fontWeight: 400 }}> on {filter.stream.name}</Box>}</Typography>
      {typeof expression === "string" && <Box component="code" sx={{ display: "block", fontSize: "0.78rem", p: 0.75, borderRadius: 1, bgcolor: "action.hover", whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{expression}</Box>}
    </Box>
  );
}
