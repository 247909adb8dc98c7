/** Triggers and attempts, apart from their drawing. */
import type { Allocation, Attempt, Facility, Trigger, TriggerFilter, TriggerState } from "../api/types";
import { parseUtc } from "./time";

export const OPEN_STATES: readonly TriggerState[] = ["wanted", "routing", "active"];
export const CLOSED_STATES: readonly TriggerState[] = ["completed", "failed", "cancelled", "expired"];

/** The board's columns, left to right in the order in which a trigger passes them. */
export const COLUMNS: readonly { key: string; title: string; states: readonly TriggerState[]; empty: string }[] = [
  { key: "waiting", title: "Waiting for a site", states: ["wanted", "routing"], empty: "Nothing waits." },
  { key: "active", title: "At a telescope", states: ["active"], empty: "No telescope is working on a trigger." },
  { key: "completed", title: "Completed", states: ["completed"], empty: "Nothing has come back yet." },
  { key: "ended", title: "Ended without data", states: ["failed", "expired", "cancelled"], empty: "None. Good." },
];

export function isOpen(trigger: Pick<Trigger, "state">): boolean {
  return OPEN_STATES.includes(trigger.state);
}

/** Attempts in the order in which they were made. */
export function inOrder(attempts: readonly Attempt[]): Attempt[] {
  return [...attempts].sort((a, b) => a.created_at.localeCompare(b.created_at) || a.id - b.id);
}

const UNSUCCESSFUL: ReadonlySet<string> = new Set(["rejected", "failed", "cancelled", "expired"]);

/** Whether the trigger went on to another site after this attempt. */
export function movedOn(attempts: readonly Attempt[], index: number): boolean {
  const attempt = attempts[index];
  return attempt !== undefined && UNSUCCESSFUL.has(attempt.state) && index < attempts.length - 1;
}

/** Where the attempt is: "Sim Sutherland (cpt)", or whatever of it is known. */
export function placeOf(attempt: Pick<Attempt, "site" | "telescope" | "facility">): string {
  return attempt.telescope || attempt.site || attempt.facility;
}

/** Time under open shutter that a trigger asks for, in seconds. */
export function openShutterS(filters: readonly TriggerFilter[]): number {
  return filters.reduce((total, filter) => total + filter.exposure_time_s * filter.exposures, 0);
}

export type FilterProblem = "none" | "no filters" | "exposure" | "deadline" | "telescopes";

/** What keeps the form from being sent, or "none". */
export function problemOf(filters: readonly TriggerFilter[], deadline: Date | null, allocations: number, now: Date): FilterProblem {
  if (filters.length === 0) return "no filters";
  if (filters.some((f) => !(f.exposure_time_s > 0) || !Number.isInteger(f.exposures) || f.exposures < 1)) return "exposure";
  if (deadline === null || deadline.getTime() <= now.getTime()) return "deadline";
  return allocations === 0 ? "telescopes" : "none";
}

export const PROBLEM_TEXT: Record<FilterProblem, string> = {
  none: "",
  "no filters": "Add at least one filter.",
  exposure: "Give each filter an exposure time above 0 s and a whole number of exposures.",
  deadline: "Choose a deadline in the future.",
  telescopes: "Choose at least one telescope.",
};

export interface TelescopeChoice { allocationId: number; name: string; detail: string; filters: readonly string[]; facility: Facility | null }

/** Allocations joined with what their facilities say now. */
export function telescopeChoices(allocations: readonly Allocation[], facilities: readonly Facility[]): TelescopeChoice[] {
  const byId = new Map(allocations.map((allocation) => [allocation.id, allocation]));
  const ids = facilities.length > 0 ? facilities.map((facility) => facility.allocation_id) : [...byId.keys()];
  return ids.map((allocationId) => {
    const allocation = byId.get(allocationId);
    const facility = facilities.find((entry) => entry.allocation_id === allocationId) ?? null;
    const telescope = allocation?.instrument?.telescope ?? allocation?.telescope;
    return {
      allocationId,
      name: facility?.telescope || telescope?.name || `Allocation ${allocationId}`,
      detail: [facility?.instrument ?? allocation?.instrument?.name, allocation?.proposal_id].filter(Boolean).join(" · "),
      filters: facility?.filters ?? allocation?.instrument?.filters ?? [],
      facility,
    };
  });
}

/**
 * Filters that every one of the chosen telescopes has, since any of them may be the one that observes.
 * A telescope that lists none takes any.
 */
export function filterChoices(choices: readonly TelescopeChoice[], chosen: ReadonlySet<number>): string[] {
  const particular = choices.filter((choice) => (chosen.size === 0 || chosen.has(choice.allocationId)) && choice.filters.length > 0);
  const all = [...new Set(particular.flatMap((choice) => choice.filters))];
  return all.filter((name) => particular.every((choice) => choice.filters.includes(name)));
}

/** Seconds until (positive) or since (negative) a time. */
export function secondsUntil(iso: string, now: Date): number {
  return (parseUtc(iso).getTime() - now.getTime()) / 1000;
}
