/** The night at a glance: every candidate in order, what has been done with it, which one is shown. */
import { Box, ButtonBase, Stack, Typography } from "@mui/material";
import { Check, Minus, Sparkles } from "lucide-react";
import { useEffect, useRef } from "react";

import type { Candidate } from "../api/types";
import { statsOf, tenseOf } from "../lib/objects";

export type Verdict = "saved" | "rejected" | null;

interface Props {
  candidates: readonly Candidate[];
  current: string | null;
  verdictOf: (candidate: Candidate) => Verdict;
  fresh: ReadonlySet<string>;
  onPick: (id: string) => void;
}

export function Filmstrip({ candidates, current, verdictOf, fresh, onPick }: Props) {
  const active = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which React would take for a clean-up.
    active.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [current]);
  return (
    <Box
      component="nav" aria-label="The night's candidates" data-testid="filmstrip" data-count={candidates.length}
      sx={{
        display: "flex", flexDirection: { xs: "row", lg: "column" }, gap: 0.5, overflow: "auto", scrollbarWidth: "thin",
        maxHeight: { lg: "calc(100dvh - 190px)" }, pb: { xs: 0.5, lg: 0 }, pr: { lg: 0.5 },
      }}
    >
      {candidates.map((candidate) => (
        <ButtonBase
          key={candidate.id} ref={candidate.id === current ? active : null} onClick={() => onPick(candidate.id)} aria-current={candidate.id === current}
          data-testid={`filmstrip-${candidate.id}`}
          sx={{
            flexShrink: 0, width: { xs: 156, lg: "100%" }, p: 0.75, gap: 1, borderRadius: 1.5, justifyContent: "flex-start", textAlign: "left", border: 1,
            borderColor: candidate.id === current ? "primary.main" : "transparent", bgcolor: candidate.id === current ? "rgba(var(--mui-palette-primary-mainChannel) / 0.1)" : "background.paper",
            "&:hover": { bgcolor: "action.hover" },
          }}
        >
          <Stamp candidate={candidate} />
          <Box sx={{ minWidth: 0, flex: 1 }}>
            <Typography noWrap sx={{ fontSize: "0.8rem", fontWeight: 600, opacity: verdictOf(candidate) === "rejected" ? 0.55 : 1 }}>{candidate.id}</Typography>
            <Stack direction="row" sx={{ gap: 0.5, alignItems: "center", fontSize: "0.72rem", color: "text.secondary" }}>
              <LastMag candidate={candidate} />
              <Mark verdict={verdictOf(candidate)} fresh={fresh.has(candidate.id)} />
            </Stack>
          </Box>
        </ButtonBase>
      ))}
    </Box>
  );
}

function LastMag({ candidate }: { candidate: Candidate }) {
  const stats = statsOf(candidate);
  if (stats?.last_detected_mag == null) return <span>{stats?.num_det_global ? `${stats.num_det_global} det.` : ""}{tenseOf(candidate) && " sim."}</span>;
  return <span>{stats.last_detected_mag.toFixed(1)} {stats.last_detected_filter?.slice(-1)}</span>;
}

function Stamp({ candidate }: { candidate: Candidate }) {
  const url = candidate.thumbnails?.find((thumbnail) => thumbnail.type === "new")?.public_url;
  const size = { width: 34, height: 34, borderRadius: 4, flexShrink: 0 } as const;
  return url ? <img src={url} alt="" loading="lazy" style={{ ...size, objectFit: "cover", imageRendering: "pixelated" }} /> : <Box sx={{ ...size, borderRadius: "4px", bgcolor: "action.hover" }} />;
}

function Mark({ verdict, fresh }: { verdict: Verdict; fresh: boolean }) {
  if (verdict === "saved") return <Stack direction="row" sx={{ alignItems: "center", gap: 0.25, color: "success.main", fontWeight: 600 }}><Check size={12} aria-hidden="true" />saved</Stack>;
  if (verdict === "rejected") return <Stack direction="row" sx={{ alignItems: "center", gap: 0.25 }}><Minus size={12} aria-hidden="true" />rejected</Stack>;
  if (fresh) return <Stack direction="row" sx={{ alignItems: "center", gap: 0.25, color: "secondary.main", fontWeight: 600 }}><Sparkles size={12} aria-hidden="true" />new</Stack>;
  return null;
}
