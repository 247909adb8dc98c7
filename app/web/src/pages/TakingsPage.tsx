/** Who took what: data with terms that were exported or read in bulk, by whom, and whether the terms were shown before. */
import { Box, Chip, Stack, ToggleButton, ToggleButtonGroup, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";

import { get } from "../api/client";
import type { components } from "../api/schema";
import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";

type Taking = components["schemas"]["TakingView"];

export default function TakingsPage() {
  const [side, setSide] = useState<"given" | "taken">("given");
  const answer = useQuery({ queryKey: ["takings", side], queryFn: ({ signal }) => get<Taking[]>("/api/takings", { side }, signal) });
  const most = Math.max(1, ...(answer.data ?? []).map((taking) => taking.n_rows));
  return (
    <Box data-testid="takings-page" sx={{ maxWidth: 1000 }}>
      <Stack direction="row" sx={{ alignItems: "center", mb: 1.5, gap: 1, flexWrap: "wrap" }}>
        <Typography variant="h1" sx={{ flex: 1 }}>Who took what</Typography>
        <ToggleButtonGroup exclusive size="small" value={side} onChange={(_event, value: "given" | "taken" | null) => value && setSide(value)} aria-label="Whose" sx={{ "& .MuiToggleButton-root": { textTransform: "none", px: 1.5 } }}>
          <ToggleButton value="given">Of our data</ToggleButton>
          <ToggleButton value="taken">By me</ToggleButton>
        </ToggleButtonGroup>
      </Stack>
      {answer.isPending && <LinesSkeleton lines={4} />}
      {answer.isError && <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data?.length === 0 && <Empty icon={Download} title={side === "given" ? "Nobody has taken data of yours under terms" : "You have taken nothing under terms"}>{side === "given" ? "When somebody exports or reads in bulk data that a policy of your groups governs, it is written down here." : "What you export or read in bulk under somebody’s terms stands here, with the terms to keep to."}</Empty>}
      {answer.data?.map((taking) => (
        <Box key={taking.id} data-testid="taking" sx={{ py: 1, borderBottom: 1, borderColor: "divider" }}>
          <Stack direction="row" sx={{ gap: 1, alignItems: "center", flexWrap: "wrap", fontSize: "0.88rem" }}>
            <span><strong>{taking.name ?? taking.username ?? "Somebody whom you cannot see"}</strong> took {taking.n_rows} {taking.product} of <Box component={Link} to={`/source/${encodeURIComponent(taking.obj_id)}`} sx={{ color: "primary.main" }}>{taking.obj_id}</Box></span>
            {!taking.shown_before && <Chip variant="outlined" color="warning" label="the terms came with it, not before" />}
          </Stack>
          <Box sx={{ height: 6, borderRadius: 1, my: 0.5, bgcolor: "action.hover" }}><Box sx={{ height: "100%", borderRadius: 1, width: `${(100 * taking.n_rows) / most}%`, bgcolor: "primary.main" }} /></Box>
          <Typography component="div" sx={{ fontSize: "0.78rem", color: "text.secondary" }}><TimeText value={taking.last_at} />{taking.n_times > 1 && ` · ${taking.n_times} times`} · by {taking.way.replaceAll("_", " ")}{taking.token && ` with the token ${taking.token}`} · {taking.policy}{taking.holder && `, data of ${taking.holder}`}</Typography>
        </Box>
      ))}
    </Box>
  );
}
