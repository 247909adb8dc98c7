/** Where a scanner is in the night's list, and what they have done with it. */
import { useCallback, useMemo, useState } from "react";

import { useLiveMessages } from "../components/LiveProvider";
import type { Candidate } from "../api/types";
import { usePreference } from "../lib/preferences";
import { move, progress, type Progress, type ScanAction } from "../lib/scan";
import type { Verdict } from "./Filmstrip";

/** Rejections are this person's own notes for the night; the oldest are forgotten beyond this many. */
const REMEMBERED_REJECTIONS = 5000;

export interface Scan {
  current: Candidate | null;
  progress: Progress;
  fresh: ReadonlySet<string>;
  pick: (id: string | null) => void;
  step: (action: ScanAction) => void;
  toggleRejected: (id: string) => void;
  verdictOf: (candidate: Candidate) => Verdict;
  seeFresh: () => void;
}

export function useScan(candidates: readonly Candidate[]): Scan {
  const ids = useMemo(() => candidates.map((candidate) => candidate.id), [candidates]);
  const [picked, setPicked] = useState<string | null>(null);
  const [rejectedList, setRejected] = usePreference<string[]>("rejected", []);
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  const rejected = useMemo(() => new Set(rejectedList), [rejectedList]);
  const shown = picked !== null && ids.includes(picked) ? picked : (ids[0] ?? null);

  useLiveMessages((message) => {
    if (message.kind !== "candidate.new" || message.obj_id === null || ids.includes(message.obj_id)) return;
    // Whoever looks at the first of the list keeps looking at it when newer ones are put before it.
    setPicked(shown);
    setArrived((before) => new Set(before).add(message.obj_id ?? ""));
  });

  const verdictOf = useCallback(
    (candidate: Candidate): Verdict => {
      if ((candidate.saved_groups?.length ?? 0) > 0) return "saved";
      return rejected.has(candidate.id) ? "rejected" : null;
    },
    [rejected],
  );
  const vetted = useMemo(() => new Set(candidates.filter((c) => verdictOf(c) !== null).map((c) => c.id)), [candidates, verdictOf]);
  const pick = (id: string | null): void => {
    setPicked(id);
    if (id !== null && arrived.has(id)) setArrived((before) => new Set([...before].filter((entry) => entry !== id)));
  };

  return {
    current: candidates.find((candidate) => candidate.id === shown) ?? null,
    progress: progress(ids, shown, vetted),
    fresh: arrived,
    pick,
    step: (action) => pick(move(ids, shown, action)),
    toggleRejected: (id) => setRejected(rejected.has(id) ? rejectedList.filter((entry) => entry !== id) : [...rejectedList.slice(-REMEMBERED_REJECTIONS), id]),
    verdictOf,
    seeFresh: () => pick(ids.find((id) => arrived.has(id)) ?? shown),
  };
}
