/** Who wrote what, when and from where: of one's own rows, and of those of groups that one administers. */
import { Box, Button, Chip, MenuItem, Stack, TextField, Typography } from "@mui/material";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";

import { get } from "../api/client";
import { useMyGroups } from "../api/queries";
import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";

interface Row {
  id: number;
  at: string;
  username: string | null;
  holder_id: number | null;
  kind: string;
  row_id: string;
  action: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  why: string | null;
  origin: string | null;
}

const PER_PAGE = 50;
const PAST: Record<string, string> = { create: "created", update: "changed", delete: "deleted", cancel: "cancelled", vote: "voted on", "log in": "logged in:", "log out": "logged out:" };

export default function HistoryPage() {
  const [address, setAddress] = useSearchParams();
  const group = address.get("group") ?? "";
  const page = Number(address.get("page") ?? "1");
  const { groups } = useMyGroups();
  const answer = useQuery({
    queryKey: ["history", group, page],
    queryFn: ({ signal }) => get<{ history: Row[]; totalMatches: number }>("/api/internal/history", { groupID: group, pageNumber: page, numPerPage: PER_PAGE }, signal),
    placeholderData: keepPreviousData,
  });
  const go = (next: { group?: string; page?: number }): void => setAddress({ ...((next.group ?? group) ? { group: next.group ?? group } : {}), ...((next.page ?? 1) > 1 ? { page: String(next.page) } : {}) });
  const pages = Math.ceil((answer.data?.totalMatches ?? 0) / PER_PAGE);
  const nameOf = (id: number | null): string => groups.find((each) => each.id === id)?.name ?? "";
  return (
    <Box data-testid="history-page" sx={{ maxWidth: 1000 }}>
      <Stack direction="row" sx={{ gap: 1.5, alignItems: "center", mb: 1.5, flexWrap: "wrap" }}>
        <Typography variant="h1" sx={{ flex: 1 }}>History</Typography>
        <TextField select label="Group" value={groups.some((each) => String(each.id) === group) ? group : ""} onChange={(event) => go({ group: event.target.value })} sx={{ minWidth: 200 }} slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}>
          <MenuItem value="">All that I may see</MenuItem>
          {groups.map((each) => <MenuItem key={each.id} value={String(each.id)}>{each.name}</MenuItem>)}
        </TextField>
      </Stack>
      {answer.isPending && <LinesSkeleton lines={6} />}
      {answer.isError && <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data?.history.length === 0 && (
        <Empty icon={History} title="Nothing was written here" action={group ? <Button variant="outlined" onClick={() => go({ group: "" })}>Show all</Button> : undefined}>You see your own changes, and all changes to the rows of groups that you administer.</Empty>
      )}
      <Stack data-testid="history" data-count={answer.data?.history.length ?? 0}>{answer.data?.history.map((row) => <HistoryRow key={row.id} row={row} group={nameOf(row.holder_id)} />)}</Stack>
      {pages > 1 && (
        <Stack direction="row" sx={{ gap: 1, mt: 1.5, alignItems: "center" }}>
          <Button disabled={page <= 1} onClick={() => go({ page: page - 1 })}>Newer</Button>
          <Typography component="span" sx={{ color: "text.secondary", fontSize: "0.86rem" }}>{page} of {pages}</Typography>
          <Button disabled={page >= pages} onClick={() => go({ page: page + 1 })}>Older</Button>
        </Stack>
      )}
    </Box>
  );
}

function HistoryRow({ row, group }: { row: Row; group: string }) {
  const [open, setOpen] = useState(false);
  const obj = row.after?.["obj_id"] ?? row.before?.["obj_id"];
  return (
    <Box data-testid="history-row" sx={{ py: 0.9, borderBottom: 1, borderColor: "divider" }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: "center", flexWrap: "wrap" }}>
        <Typography component="span" sx={{ fontSize: "0.88rem" }}><strong>{row.username ?? "the portal"}</strong> {PAST[row.action] ?? row.action} {row.kind.replaceAll("_", " ")} {row.row_id}</Typography>
        {typeof obj === "string" && <Chip component={Link} clickable to={`/source/${encodeURIComponent(obj)}`} label={obj} variant="outlined" />}
        <Box sx={{ flex: 1 }} />
        {(row.before ?? row.after) && <Button size="small" color="inherit" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? "Less" : "What"}</Button>}
      </Stack>
      <Typography component="div" sx={{ fontSize: "0.78rem", color: "text.secondary", overflowWrap: "anywhere" }}><TimeText value={row.at} />{group && ` · ${group}`}{row.origin && ` · from ${row.origin.split(" ")[0]}`}{row.why && ` · ${row.why}`}</Typography>
      {open && (
        <Box sx={{ display: "grid", gridTemplateColumns: { xs: "minmax(0,1fr)", sm: "repeat(2, minmax(0,1fr))" }, gap: 1, mt: 0.75 }}>
          {([["Before", row.before], ["After", row.after]] as const).map(([title, values]) => (
            <Box key={title}>
              <Typography variant="overline" component="h3">{title}</Typography>
              <Box component="pre" tabIndex={0} sx={{ m: 0, p: 1, fontSize: "0.76rem", bgcolor: "background.paper", border: 1, borderColor: "divider", borderRadius: 1, overflow: "auto", maxHeight: 260 }}>{values ? JSON.stringify(values, null, 2) : "nothing"}</Box>
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}
