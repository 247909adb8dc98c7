/** What becomes readable when and to whom: done above, due below, now between them. */
import { Box, Typography } from "@mui/material";
import { CalendarCheck, CalendarClock, Hourglass, TriangleAlert } from "lucide-react";

import { TimeText } from "../components/TimeText";
import { parseUtc } from "../lib/time";
import { readers } from "../releases/lanes";
import type { Release } from "./types";

export type ReleaseStatus = "done" | "due" | "late" | "waiting";

export function statusOf(release: Pick<Release, "due_at" | "done_at">, now: Date): ReleaseStatus {
  if (release.done_at !== null) return "done";
  if (release.due_at === null) return "waiting";
  return parseUtc(release.due_at).getTime() < now.getTime() ? "late" : "due";
}

const LOOK = {
  done: { icon: CalendarCheck, colour: "success.main", word: "released" },
  due: { icon: CalendarClock, colour: "primary.main", word: "releases" },
  waiting: { icon: Hourglass, colour: "text.secondary", word: "waits" },
  late: { icon: TriangleAlert, colour: "warning.main", word: "was due" },
} as const;

export interface ReleaseBatch { key: string; status: ReleaseStatus; releases: Release[] }

/** Nights of one holder that go to the same group under the same policy are one line: what matters is the next of them. */
export function batches(releases: readonly Release[], now: Date): ReleaseBatch[] {
  const found = new Map<string, ReleaseBatch>();
  const at = (release: Release): number => {
    const moment = release.done_at ?? release.due_at;
    return moment === null ? Infinity : parseUtc(moment).getTime();
  };
  for (const release of [...releases].sort((a, b) => (at(a) === at(b) ? a.id - b.id : at(a) - at(b)))) {
    const status = statusOf(release, now);
    const key = [status, release.group_id, release.holder_id, release.policy_version_id].join("/");
    const batch = found.get(key) ?? { key, status, releases: [] };
    batch.releases.push(release);
    found.set(key, batch);
  }
  const order: readonly ReleaseStatus[] = ["late", "due", "waiting", "done"];
  return [...found.values()].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

export function ReleaseTimeline({ releases, empty }: { releases: readonly Release[]; empty: string }) {
  if (releases.length === 0) return <Typography data-testid="releases" data-count={0} sx={{ color: "text.secondary", fontSize: "0.86rem" }}>{empty}</Typography>;
  return (
    <Box component="ol" data-testid="releases" data-count={releases.length} sx={{ listStyle: "none", m: 0, p: 0 }}>
      {batches(releases, new Date()).map((batch) => <BatchRow key={batch.key} batch={batch} />)}
    </Box>
  );
}

function BatchRow({ batch }: { batch: ReleaseBatch }) {
  const { status, releases } = batch;
  const { icon: Icon, colour, word } = LOOK[status];
  // Of what is to come the soonest counts, of what is done the latest.
  const shown = status === "done" ? releases.at(-1) : releases[0];
  const last = releases.at(-1);
  if (!shown || !last) return null;
  const rows = releases.reduce((total, release) => total + (release.n_rows ?? 0), 0);
  const nights = releases.length > 1 ? `${releases.length} nights` : shown.night && `night ${shown.night}`;
  return (
    <Box component="li" data-testid="release" data-status={status} data-group={shown.group_id} sx={{ display: "grid", gridTemplateColumns: "24px minmax(0,1fr)", gap: 1, pb: 1.25 }}>
      <Box sx={{ color: colour, pt: 0.2 }}><Icon size={17} aria-hidden="true" /></Box>
      <Box>
        <Typography component="div" sx={{ fontSize: "0.88rem" }}>
          <strong>{readers(shown)}</strong>: {word} <When release={shown} />
          {status !== "done" && releases.length > 1 && last.due_at !== null && <>, the last <TimeText value={last.due_at} relative /></>}
        </Typography>
        <Typography sx={{ fontSize: "0.77rem", color: "text.secondary" }}>
          {[shown.holder && `data of ${shown.holder}`, nights, shown.policy, rows > 0 && `${rows} rows`].filter(Boolean).join(" · ")}
          {status === "late" && " · the release worker is behind; the data stay private until it has run"}
        </Typography>
      </Box>
    </Box>
  );
}

/** The time of a release, or the event that it waits for. */
function When({ release }: { release: Release }) {
  const moment = release.done_at ?? release.due_at;
  const event = release.waits_for && <span>{moment === null ? `for its clock: ${release.waits_for}` : `, or earlier: ${release.waits_for}`}</span>;
  return <>{moment !== null && <TimeText value={moment} relative={release.done_at === null} />}{event}</>;
}
