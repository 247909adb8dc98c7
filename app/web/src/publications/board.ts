/** How publications stand on the board: columns by stage, cards by what is urgent. */
import { parseUtc } from "../lib/time";
import type { Obligation, Publication } from "../rights/types";

export const WAY = ["idea", "announced", "analysis", "draft", "circulation", "submitted", "accepted", "published"] as const;
export const OVER = ["lapsed", "withdrawn"] as const;

export interface Card { publication: Publication; open: number; required: number; overdue: number }

const moment = (text: string | null | undefined): number => (text ? parseUtc(text).getTime() : Infinity);

/** Cards by stage: what has a deadline soonest stands first, then what changed last. */
export function columns(publications: readonly Publication[], obligations: readonly Obligation[]): Map<string, Card[]> {
  const found = new Map<string, Card[]>([...WAY, ...OVER].map((stage) => [stage, []]));
  const owed = new Map<number, Obligation[]>();
  for (const each of obligations) owed.set(each.publication_id, [...(owed.get(each.publication_id) ?? []), each]);
  for (const publication of publications) {
    const open = (owed.get(publication.id) ?? []).filter((each) => each.open);
    const card = { publication, open: open.length, required: open.filter((each) => each.required).length, overdue: open.filter((each) => each.overdue).length };
    found.set(publication.stage, [...(found.get(publication.stage) ?? []), card]);
  }
  for (const cards of found.values()) {
    cards.sort((a, b) => compare(moment(a.publication.deadline_at), moment(b.publication.deadline_at)) || compare(moment(b.publication.modified), moment(a.publication.modified)));
  }
  return found;
}

/** Whether a deadline is passed or within a week. */
export const isSoon = (deadline: string, now: Date = new Date()): boolean => moment(deadline) < now.getTime() + 7 * 86_400_000;

/** Infinity is equal to itself, which a difference does not say. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** The most urgent first: overdue, then what is due soonest, what is required, and what is settled last. */
export function byUrgency(obligations: readonly Obligation[]): Obligation[] {
  const rank = (each: Obligation): number => (!each.open ? 3 : each.overdue ? 0 : each.required ? 1 : 2);
  return [...obligations].sort((a, b) => rank(a) - rank(b) || compare(moment(a.due_at), moment(b.due_at)) || a.id - b.id);
}

/** Whose turn it is on an open obligation: `mine` is the side that one's groups are on. */
export function isMyTurn(obligation: Pick<Obligation, "open" | "next">, mine: "debtor" | "creditor"): boolean {
  return obligation.open && Object.entries(obligation.next).some(([state, side]) => side === mine && state !== "waived");
}
