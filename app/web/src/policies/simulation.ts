import type { components } from "../api/schema";
import { parseUtc } from "../lib/time";

type Readers = components["schemas"]["Readers"];

/** One group's curve: cumulative rows by days from now, and what has no date. */
export interface Reading { group: string; steps: { days: number; rows: number }[]; later: number; last: number | null; waiting: string[]; never: number }

const DAY_MS = 86_400_000;

export function readingOf(reader: Readers, total: number, now: Date): Reading {
  const points = reader.by_date.map((point) => ({ days: Math.max(0, (parseUtc(point.at).getTime() - now.getTime()) / DAY_MS), rows: Math.min(point.n_rows, total) }));
  const steps = [{ days: 0, rows: reader.at_once }, ...points.filter((point) => point.rows > reader.at_once)].sort((a, b) => a.days - b.days);
  const end = steps.at(-1);
  return {
    group: reader.group, steps, later: (end?.rows ?? 0) - reader.at_once, last: steps.length > 1 ? (end?.days ?? null) : null,
    waiting: reader.waiting.map((event) => `${event.n_rows} ${event.waits_for}`), never: reader.never,
  };
}
