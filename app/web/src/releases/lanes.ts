/** Releases as a plot has them: a lane for each receiving group, bins of time in it, and a lane for what waits for an event. */
import { parseUtc, utcDate } from "../lib/time";
import type { Release } from "../rights/types";

export interface Bin { key: string; from: number; to: number; releases: Release[]; nRows: number; status: "done" | "due" | "late" }
export interface Lane { groupId: number; name: string; bins: Bin[] }

const DAY_MS = 86_400_000;
const SITEWIDE = "Sitewide Group";

/** Whom a release lets in: the sitewide group is everybody who is logged in. */
export const readers = ({ group }: Pick<Release, "group">): string => (group === SITEWIDE ? "Everybody" : (group ?? "A group that you cannot see"));

export const momentOf = (release: Pick<Release, "due_at" | "done_at">): number | null => {
  const text = release.done_at ?? release.due_at;
  return text === null ? null : parseUtc(text).getTime();
};

/** First and last moment of all that has one, at least a month, with now inside. */
export function extentOf(releases: readonly Release[], now: number): [number, number] {
  const moments = [now, ...releases.map(momentOf).filter((each) => each !== null)];
  const [low, high] = [Math.min(...moments), Math.max(...moments)];
  const margin = Math.max((high - low) * 0.04, 2 * DAY_MS);
  return [Math.min(low - margin, now - 5 * DAY_MS), Math.max(high + margin, now + 25 * DAY_MS)];
}

/** Lanes of the groups in the order of their next release; bins are as wide as a mark needs, so that none hides another. */
export function lanesOf(releases: readonly Release[], extent: readonly [number, number], now: number, nBins: number): Lane[] {
  const width = (extent[1] - extent[0]) / Math.max(1, nBins);
  const lanes = new Map<number, Lane>();
  const dated = releases.flatMap((release) => { const at = momentOf(release); return at === null ? [] : [{ release, at }]; }).sort((a, b) => a.at - b.at);
  for (const { release, at } of dated) {
    const lane = lanes.get(release.group_id) ?? { groupId: release.group_id, name: readers(release), bins: [] };
    const status = release.done_at !== null ? "done" : at < now ? "late" : "due";
    let bin = lane.bins.findLast((each) => each.status === status);
    if (!bin || at - bin.from >= width) lane.bins.push((bin = { key: `${release.group_id}/${status}/${release.id}`, from: at, to: at, releases: [], nRows: 0, status }));
    bin.to = at;
    bin.releases.push(release);
    bin.nRows += release.n_rows ?? 0;
    lanes.set(release.group_id, lane);
  }
  return [...lanes.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** What waits for an event, by the event and who would be let in. */
export function waitingOf(releases: readonly Release[]): { key: string; event: string; group: string; releases: Release[] }[] {
  const found = new Map<string, { key: string; event: string; group: string; releases: Release[] }>();
  for (const release of releases) {
    if (release.done_at !== null || release.waits_for === null) continue;
    const key = `${release.group_id}/${release.waits_for}`;
    const entry = found.get(key) ?? { key, event: release.waits_for, group: readers(release), releases: [] };
    entry.releases.push(release);
    found.set(key, entry);
  }
  return [...found.values()];
}

export function nightsOf(releases: readonly Release[]): string {
  const nights = [...new Set(releases.map((release) => release.night).filter((night) => night !== null))].sort();
  if (nights.length === 0) return "";
  return nights.length === 1 ? `night ${nights[0] ?? ""}` : `${nights.length} nights, ${nights[0] ?? ""} to ${nights.at(-1) ?? ""}`;
}

/** Ticks at the starts of months or years, few enough to be read. */
export function monthTicks(extent: readonly [number, number], most: number): { at: number; label: string }[] {
  const start = new Date(extent[0]);
  const months = (extent[1] - extent[0]) / (30.4 * DAY_MS);
  const step = [1, 2, 3, 6, 12, 24, 60].find((each) => months / each <= most) ?? 120;
  const ticks = [];
  for (let month = start.getUTCFullYear() * 12 + start.getUTCMonth() + 1; ; month += 1) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (at > extent[1]) return ticks;
    if (month % step === 0) ticks.push({ at, label: utcDate(new Date(at)).slice(0, 7) });
  }
}
