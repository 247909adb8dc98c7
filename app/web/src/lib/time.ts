/** Times: shown in UTC, with local time on hover. */

/** MJD of the Unix epoch, 1970-01-01T00:00 UTC. */
const MJD_UNIX_EPOCH = 40587;
const DAY_MS = 86_400_000;

export function mjdToDate(mjd: number): Date {
  return new Date((mjd - MJD_UNIX_EPOCH) * DAY_MS);
}

export function dateToMjd(date: Date): number {
  return date.getTime() / DAY_MS + MJD_UNIX_EPOCH;
}

/** SkyPortal sends naive ISO times that are UTC; a browser would read them as local. */
export function parseUtc(text: string): Date {
  const hasZone = /(?:[zZ]|[+-]\d\d:?\d\d)$/.test(text);
  return new Date(hasZone || !text.includes("T") ? text : `${text}Z`);
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}

export function utcDate(date: Date): string {
  return `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
}

/** `2026-03-14 05:06` in UTC; the caller adds the word UTC. */
export function utcMinute(date: Date): string {
  return `${utcDate(date)} ${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
}

export function localText(date: Date): string {
  return date.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "medium" });
}

const STEPS: readonly [number, string][] = [[86_400, "d"], [3_600, "h"], [60, "min"], [1, "s"]];

/** `3 d`, `2 h`, `5 min`: one unit is enough to judge an age by. */
export function duration(seconds: number): string {
  const size = Math.abs(seconds);
  for (const [length, unit] of STEPS) if (size >= length) return `${Math.floor(size / length)} ${unit}`;
  return "0 s";
}

export function ago(date: Date, now: Date = new Date()): string {
  const seconds = (now.getTime() - date.getTime()) / 1000;
  if (Math.abs(seconds) < 5) return "just now";
  return seconds > 0 ? `${duration(seconds)} ago` : `in ${duration(seconds)}`;
}

/** The value of an `<input type="datetime-local">` that means UTC. */
export function toUtcInput(date: Date): string {
  return date.toISOString().slice(0, 16);
}

export function fromUtcInput(value: string): Date | null {
  const date = new Date(`${value}Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}
