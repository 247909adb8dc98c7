/** How what an entry counts for fades: half of it after each half-life. */
export interface Counted { weight: number; kind: "credit" | "debit"; effective_at: string; state: string }

const DAY_MS = 86_400_000;

/** The score at a moment: credits less debits, each faded since it took effect; what does not count yet is left out. */
export function scoreAt(entries: readonly Counted[], halfLifeDays: number, at: number): number {
  return entries.filter((entry) => entry.state !== "withdrawn" && entry.state !== "appealed").reduce((sum, entry) => {
    const days = (at - Date.parse(entry.effective_at)) / DAY_MS;
    return days < 0 ? sum : sum + (entry.kind === "debit" ? -1 : 1) * Math.abs(entry.weight) * 2 ** (-days / halfLifeDays);
  }, 0);
}

/** Points of the curve from the first entry to one half-life from now, with a step at each entry. */
export function scoreCurve(entries: readonly Counted[], halfLifeDays: number, now: number, points = 160): { at: number; score: number }[] {
  const starts = entries.map((entry) => Date.parse(entry.effective_at)).filter((at) => !Number.isNaN(at));
  const from = Math.min(now - 30 * DAY_MS, ...starts) - DAY_MS;
  const to = now + halfLifeDays * DAY_MS;
  const grid = Array.from({ length: points }, (_, k) => from + ((to - from) * k) / (points - 1));
  return [...grid, ...starts.flatMap((at) => [at - 1, at])].sort((a, b) => a - b).map((at) => ({ at, score: scoreAt(entries, halfLifeDays, at) }));
}
