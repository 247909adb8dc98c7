/** What becomes readable when and to whom: done above, due below, now between them. */
import { Box, Typography } from "@mui/material";
import { CalendarCheck, CalendarClock, TriangleAlert } from "lucide-react";

import { TimeText } from "../components/TimeText";
import { parseUtc } from "../lib/time";
import type { Release } from "./types";

export type ReleaseStatus = "done" | "due" | "late";

export function statusOf(release: Pick<Release, "due_at" | "done_at">, now: Date): ReleaseStatus {
  if (release.done_at !== null) return "done";
  return parseUtc(release.due_at).getTime() < now.getTime() ? "late" : "due";
}

const LOOK = {
  done: { icon: CalendarCheck, colour: "success.main", word: "released" },
  due: { icon: CalendarClock, colour: "primary.main", word: "releases" },
  late: { icon: TriangleAlert, colour: "warning.main", word: "was due" },
} as const;

export function ReleaseTimeline({ releases, empty }: { releases: readonly Release[]; empty: string }) {
  const now = new Date();
  if (releases.length === 0) return <Typography data-testid="releases" data-count={0} sx={{ color: "text.secondary", fontSize: "0.86rem" }}>{empty}</Typography>;
  const ordered = [...releases].sort((a, b) => parseUtc(a.due_at).getTime() - parseUtc(b.due_at).getTime());
  return (
    <Box component="ol" data-testid="releases" data-count={releases.length} sx={{ listStyle: "none", m: 0, p: 0 }}>
      {ordered.map((release) => {
        const status = statusOf(release, now);
        const { icon: Icon, colour, word } = LOOK[status];
        return (
          <Box component="li" key={release.id} data-testid="release" data-status={status} data-group={release.group_id} sx={{ display: "grid", gridTemplateColumns: "24px minmax(0,1fr)", gap: 1, pb: 1.25 }}>
            <Box sx={{ color: colour, pt: 0.2 }}><Icon size={17} aria-hidden="true" /></Box>
            <Box>
              <Typography sx={{ fontSize: "0.88rem" }}>
                <strong>{release.group ?? "A group that you cannot see"}</strong> {status === "done" ? "can read it, " : ""}{word} <TimeText value={release.done_at ?? release.due_at} relative={status !== "done"} />
              </Typography>
              <Typography sx={{ fontSize: "0.77rem", color: "text.secondary" }}>
                {release.holder && `data of ${release.holder} · `}{release.night && `night ${release.night} · `}{release.policy}{release.n_rows !== null && ` · ${release.n_rows} rows`}
                {status === "late" && " · the release worker is behind; the data stay private until it has run"}
              </Typography>
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
