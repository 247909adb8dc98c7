/** Who sees what of a group's data: readers by kinds of product, each cell a bar of now, later and never. */
import { Box, MenuItem, Stack, TextField, Tooltip, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { Eye } from "lucide-react";
import { useState } from "react";

import { get } from "../api/client";
import { useMyGroups, useProfile } from "../api/queries";
import type { components } from "../api/schema";
import type { Group } from "../api/types";
import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";
import { matrixOf } from "../sharing/readers";

type Matrix = components["schemas"]["MatrixOut"];
type Outlook = components["schemas"]["OutlookOut"];
type Cell = components["schemas"]["CellOut"];

export default function VisibilityPage() {
  const { groups, publicId } = useMyGroups();
  const own = groups.filter((group) => group.id !== publicId);
  const [chosen, setChosen] = useState<number | null>(null);
  const group = chosen ?? own[0]?.id ?? null;
  return (
    <Box data-testid="visibility-page">
      <Stack direction="row" sx={{ alignItems: "center", mb: 1.5, gap: 1, flexWrap: "wrap" }}>
        <Typography variant="h1" sx={{ flex: 1 }}>Who sees what</Typography>
        {own.length > 0 && <TextField select label="Data of" value={group ?? ""} onChange={(event) => setChosen(Number(event.target.value))} sx={{ minWidth: 200 }}>{own.map((each) => <MenuItem key={each.id} value={each.id}>{each.name}</MenuItem>)}</TextField>}
      </Stack>
      {group === null ? <Empty icon={Eye} title="You are in no group yet">What a group shares, and with whom, stands here for its members. Ask an administrator of a group to add you.</Empty> : (
        <Stack sx={{ gap: 2 }}>
          <GroupMatrix key={group} groupId={group} />
          <PersonPanel key={`person-${group}`} groupId={group} />
        </Stack>
      )}
    </Box>
  );
}

function GroupMatrix({ groupId }: { groupId: number }) {
  const answer = useQuery({ queryKey: ["visibility", "group", groupId], queryFn: ({ signal }) => get<Matrix>(`/api/internal/visibility/groups/${groupId}`, undefined, signal) });
  if (answer.isPending) return <LinesSkeleton lines={2} height={110} />;
  if (answer.isError) return <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />;
  const { kinds, rows } = matrixOf(answer.data.cells);
  const unnamed = Object.values(answer.data.n_unnamed).reduce((sum, count) => sum + count, 0);
  if (rows.length === 0) return <Empty icon={Eye} title="This group holds no data yet">When its people or its telescopes bring data, who sees them stands here.</Empty>;
  return (
    <Panel title={`By group: data of ${answer.data.group}`} testId="matrix" aside={<Key />}>
      <Box sx={{ overflowX: "auto" }}>
        <Box component="table" sx={{ borderCollapse: "collapse", width: "100%", "& th": { textAlign: "left", fontSize: "0.78rem", color: "text.secondary", fontWeight: 600, py: 0.5, pr: 1.5 }, "& td": { pr: 1.5, py: 0.6, minWidth: 110 } }}>
          <thead><tr><th scope="col">Who</th>{kinds.map((kind) => <th key={kind} scope="col">{kind.replaceAll("_", " ")} ({answer.data.totals[kind] ?? 0})</th>)}</tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name} data-testid="matrix-row">
                <Box component="th" scope="row" sx={{ color: "text.primary !important", maxWidth: 210 }}>{row.name}</Box>
                {kinds.map((kind) => <td key={kind}><CellBar cell={row.cells.get(kind)} total={answer.data.totals[kind] ?? 0} /></td>)}
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
      {unnamed > 0 && <Typography sx={{ fontSize: "0.82rem", color: "text.secondary", mt: 1 }}>{unnamed} more grants are to whom you may not know of.</Typography>}
    </Panel>
  );
}

const HATCH = "repeating-linear-gradient(135deg, rgba(127,127,127,.6) 0 3px, transparent 3px 7px)";

function CellBar({ cell, total }: { cell: Cell | undefined; total: number }) {
  if (!cell) return <Box component="span" sx={{ color: "text.disabled", fontSize: "0.8rem" }}>none</Box>;
  const all = Math.max(1, total);
  const said = [`${cell.now} now`, cell.scheduled > 0 && `${cell.scheduled} on a date`, cell.waits > 0 && `${cell.waits} after an event`, cell.never > 0 && `${cell.never} never`].filter(Boolean).join(", ");
  return (
    <Tooltip title={<>{said}{cell.first_due_at && <><br />next: <TimeText value={cell.first_due_at} /></>}</>}>
      <Box tabIndex={0} aria-label={said}>
        <Box sx={{ height: 10, borderRadius: 1, bgcolor: "action.hover", display: "flex", overflow: "hidden" }}>
          <Box sx={{ width: `${(100 * cell.now) / all}%`, bgcolor: "primary.main" }} />
          <Box sx={{ width: `${(100 * cell.scheduled) / all}%`, bgcolor: "primary.main", opacity: 0.4 }} />
          <Box sx={{ width: `${(100 * cell.waits) / all}%`, backgroundImage: HATCH }} />
        </Box>
        <Typography component="div" sx={{ fontSize: "0.74rem", color: "text.secondary" }}>{cell.now}{cell.scheduled > 0 && ` + ${cell.scheduled} later`}{cell.waits > 0 && ` + ${cell.waits} waiting`}</Typography>
      </Box>
    </Tooltip>
  );
}

function Key() {
  return (
    <Stack direction="row" sx={{ gap: 1.25, fontSize: "0.76rem", color: "text.secondary", alignItems: "center" }} aria-hidden="true">
      {([["now", { bgcolor: "primary.main" }], ["on a date", { bgcolor: "primary.main", opacity: 0.4 }], ["after an event", { backgroundImage: HATCH }]] as const).map(([word, look]) => <Stack key={word} direction="row" sx={{ gap: 0.5, alignItems: "center" }}><Box sx={{ width: 14, height: 10, borderRadius: 0.5, ...look }} />{word}</Stack>)}
    </Stack>
  );
}

function PersonPanel({ groupId }: { groupId: number }) {
  const me = useProfile().data;
  const detail = useQuery({ queryKey: ["groups", groupId], queryFn: ({ signal }) => get<Group>(`/api/groups/${groupId}`, undefined, signal) });
  const [chosen, setChosen] = useState<number | null>(null);
  const members = (detail.data?.users ?? []).map((user) => ({ id: user.id, name: user.username ?? String(user.id) }));
  const person = chosen ?? me?.id ?? null;
  const answer = useQuery({ queryKey: ["visibility", "person", person], enabled: person !== null, retry: false, queryFn: ({ signal }) => get<Outlook>(`/api/internal/visibility/people/${person ?? 0}`, undefined, signal) });
  return (
    <Panel title="By person" testId="person" aside={members.length > 0 && <TextField select value={members.some((each) => each.id === person) ? person : ""} onChange={(event) => setChosen(Number(event.target.value))} slotProps={{ htmlInput: { "aria-label": "Person" } }} sx={{ minWidth: 160 }}>{members.map((each) => <MenuItem key={each.id} value={each.id}>{each.name}</MenuItem>)}</TextField>}>
      {answer.isPending && <LinesSkeleton lines={2} height={24} />}
      {answer.isError && <ErrorNote error={answer.error} />}
      {answer.data && (
        <Box sx={{ fontSize: "0.86rem" }}>
          <Typography sx={{ color: "text.secondary", fontSize: "0.84rem", mb: 0.5 }}>Of the data of {Object.values(answer.data.holders).join(", ") || "no group"}, {answer.data.username} reads:</Typography>
          {Object.entries(answer.data.totals).map(([kind, total]) => (
            <Box key={kind} sx={{ display: "grid", gridTemplateColumns: "120px minmax(0,1fr) 110px", gap: 1, alignItems: "center", mb: 0.5 }}>
              <span>{kind.replaceAll("_", " ")}</span>
              <Box sx={{ height: 10, borderRadius: 1, bgcolor: "action.hover", overflow: "hidden" }}><Box sx={{ height: "100%", width: `${(100 * (answer.data.readable[kind] ?? 0)) / Math.max(1, total)}%`, bgcolor: "primary.main" }} /></Box>
              <span>{answer.data.readable[kind] ?? 0} of {total}</span>
            </Box>
          ))}
          {answer.data.ways.length > 0 && <Typography sx={{ fontSize: "0.82rem", color: "text.secondary", mt: 1 }}>By {[...new Set(answer.data.ways.map((way) => (way.owner ? "owning it" : [way.group, way.stream && `the stream ${way.stream}`].filter(Boolean).join(" and ") || "a way that you may not know of")))].join("; ")}.</Typography>}
          {answer.data.promises.map((promise, index) => <Typography key={index} component="div" sx={{ fontSize: "0.82rem" }}>{promise.n_rows} {promise.kind} more by {promise.group ?? `group ${promise.group_id}`} {promise.first_due_at ? <TimeText value={promise.first_due_at} relative /> : "after an event"}</Typography>)}
        </Box>
      )}
    </Panel>
  );
}
