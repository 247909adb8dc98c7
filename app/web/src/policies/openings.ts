/** When each reader sees data under a document, in days after the night of the observation, as far as that is known beforehand. */
import { type Circle, productLabel, PRODUCTS, type PolicyDocument, type Terms, type Wait } from "./document";

export interface Opening {
  /** Group id; null is everybody. */
  groupId: number | null;
  /** Days from which the data can be read if no event is waited for; null: never, or not in days alone. */
  fromDays: number | null;
  /** What has to happen besides, in words; empty where nothing has. */
  events: string[];
  never: boolean;
}

export interface OpeningRow { key: string; label: string; terms: Terms; openings: Opening[] }

const DAY_MS = 86_400_000;

function eventOf(wait: Wait): string | null {
  if (wait.clock === "classification") return `classified${wait.classes.length > 0 ? ` as ${wait.classes.join(" or ")}` : ""}`;
  if (wait.clock === "acceptance") return wait.publication_id === null ? "a paper is accepted" : `publication ${wait.publication_id} is accepted`;
  return null;
}

/** Days after an observation of `now` after which a wait is over, events apart. */
function daysOf(wait: Wait, now: Date): number {
  const days = wait.after_days ?? Infinity;
  if (wait.clock === "date") return wait.on === null ? days : Math.max(0, (Date.parse(`${wait.on}T00:00:00Z`) - now.getTime()) / DAY_MS + days);
  return wait.clock === "observation" || wait.clock === "arrival" ? days : 0;
}

export function openingOf(circle: Circle, now: Date): Opening {
  const waits: Wait[] = [circle, ...circle.also];
  const never = waits.some((wait) => wait.after_days === null);
  const events = waits.map((wait) => {
    const event = eventOf(wait);
    return event === null ? null : (wait.after_days ?? 0) > 0 ? `${wait.after_days ?? 0} d after ${event}` : `when ${event}`;
  }).filter((event) => event !== null);
  return { groupId: circle.who === "everybody" ? null : circle.group_id, fromDays: never ? null : Math.max(0, ...waits.map((wait) => daysOf(wait, now))), events, never };
}

/** One row for each product and each case, with the readers in the order in which they are let in. */
export function openingRows(document: PolicyDocument, now: Date): OpeningRow[] {
  const row = (key: string, label: string, terms: Terms): OpeningRow => ({ key, label, terms, openings: terms.circles.map((circle) => openingOf(circle, now)).sort(byTime) });
  const parts = document.all_of.length > 0 ? document.all_of : [document];
  return parts.flatMap((part, place) => [
    ...PRODUCTS.flatMap(([product, label]) => {
      const terms = part.products[product];
      return terms ? [row(`${place}/${product}`, label, terms)] : [];
    }),
    ...part.cases.map((one, index) => row(`${place}/case:${index}`, caseLabel(one), one.terms)),
  ]);
}

function byTime(a: Opening, b: Opening): number {
  const rank = (opening: Opening): number => (opening.never ? 2 : opening.events.length > 0 ? 1 : 0);
  return rank(a) - rank(b) || (a.fromDays ?? 0) - (b.fromDays ?? 0);
}

export function caseLabel(one: PolicyDocument["cases"][number]): string {
  const of = [one.products.map(productLabel).join(", ") || "Nothing yet"];
  if (one.levels.length > 0) of.push(one.levels.join(" or "));
  if (one.instrument_ids.length > 0) of.push(one.instrument_ids.length === 1 ? "one instrument" : `${one.instrument_ids.length} instruments`);
  if (one.classes.length > 0) of.push(one.classes.join(" or "));
  return of.join(" · ");
}

/** Rows that open alike are one: a policy that says the same of five products is drawn once. */
export function merged(rows: readonly OpeningRow[]): OpeningRow[] {
  const found = new Map<string, OpeningRow>();
  for (const row of rows) {
    const key = JSON.stringify(row.openings);
    const same = found.get(key);
    found.set(key, same ? { ...same, label: `${same.label}, ${row.label.charAt(0).toLowerCase()}${row.label.slice(1)}` } : row);
  }
  return [...found.values()];
}

/** `at once`, `30 d`, `1 y`: an axis has no room for more. */
export function daysLabel(days: number): string {
  if (days === 0) return "at once";
  if (days >= 365 && Math.abs(days / 365 - Math.round(days / 365)) < 0.02) return `${Math.round(days / 365)} y`;
  return days < 1 ? `${Math.round(days * 24)} h` : `${Math.round(days)} d`;
}
