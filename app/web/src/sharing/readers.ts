import type { components } from "../api/schema";

type Reader = components["schemas"]["ReaderOut"];

/** A reader in words: a person, a group, the subscribers of a stream, or members of a group who subscribe to one. */
export function readerName(reader: Pick<Reader, "user_id" | "user" | "group_id" | "group" | "stream_id" | "stream">): string {
  if (reader.user_id !== null) return reader.user ?? `user ${reader.user_id}`;
  const group = reader.group_id === null ? null : (reader.group ?? `group ${reader.group_id}`);
  const stream = reader.stream_id === null ? null : `subscribers of ${reader.stream ?? `stream ${reader.stream_id}`}`;
  return [group, stream].filter((part) => part !== null).join(", ") || "somebody";
}

interface Cell { kind: string; reader: Reader; now: number; scheduled: number; waits: number; never: number }

/** Readers in rows and kinds in columns; whoever sees most stands first. */
export function matrixOf<C extends Cell>(cells: readonly C[]): { kinds: string[]; rows: { name: string; cells: Map<string, C> }[] } {
  const kinds = [...new Set(cells.map((cell) => cell.kind))].sort();
  const rows = new Map<string, { name: string; cells: Map<string, C>; weight: number }>();
  for (const cell of cells) {
    const key = [cell.reader.group_id, cell.reader.stream_id, cell.reader.user_id].join("/");
    const row = rows.get(key) ?? { name: readerName(cell.reader), cells: new Map<string, C>(), weight: 0 };
    row.cells.set(cell.kind, cell);
    row.weight += cell.now + cell.scheduled * 0.5;
    rows.set(key, row);
  }
  return { kinds, rows: [...rows.values()].sort((a, b) => b.weight - a.weight || a.name.localeCompare(b.name)) };
}

type Coming = components["schemas"]["ComingOut"];

export interface Promised { groupId: number; group: string | null; nRows: number; first: string | null; last: string | null; waits: boolean }

/** What is to come by the group that will read it: from the first date to the last. */
export function promised(coming: readonly Coming[]): Promised[] {
  const found = new Map<string, Promised>();
  for (const each of coming) {
    const key = `${each.group_id}/${each.due_at === null ? "event" : "date"}`;
    const one = found.get(key) ?? { groupId: each.group_id, group: each.group, nRows: 0, first: each.due_at, last: each.due_at, waits: each.due_at === null };
    one.nRows += each.n_rows;
    if (each.due_at !== null) {
      if (one.first === null || each.due_at < one.first) one.first = each.due_at;
      if (one.last === null || each.due_at > one.last) one.last = each.due_at;
    }
    found.set(key, one);
  }
  return [...found.values()];
}
