import { expect, it } from "vitest";

import { matrixOf, promised, readerName } from "./readers";

const reader = (group_id: number | null, more = {}) => ({ group_id, group: group_id ? `G${group_id}` : null, stream_id: null, stream: null, user_id: null, user: null, n_rows: 1, ...more });
const cell = (kind: string, group: number, now: number) => ({ kind, reader: reader(group), now, scheduled: 0, waits: 0, never: 0 });

it("names a reader by what lets them in", () => {
  expect(readerName(reader(3))).toBe("G3");
  expect(readerName(reader(3, { stream_id: 7, stream: "ZTF" }))).toBe("G3, subscribers of ZTF");
  expect(readerName(reader(null, { user_id: 9, user: "vera" }))).toBe("vera");
});

it("makes a matrix of readers by kinds, whoever sees most first", () => {
  const found = matrixOf([cell("spectrum", 1, 1), cell("photometry", 1, 2), cell("photometry", 2, 50)]);
  expect(found.kinds).toEqual(["photometry", "spectrum"]);
  expect(found.rows.map((row) => row.name)).toEqual(["G2", "G1"]);
});

it("says what is to come once for each group, from the first date to the last", () => {
  const coming = (due_at: string | null, n_rows: number) => ({ group_id: 4, group: "Partner", due_at, awaits: null, n_rows });
  expect(promised([coming("2026-02-01T00:00:00Z", 3), coming("2026-01-01T00:00:00Z", 2), coming(null, 1)])).toEqual([
    { groupId: 4, group: "Partner", nRows: 5, first: "2026-01-01T00:00:00Z", last: "2026-02-01T00:00:00Z", waits: false },
    { groupId: 4, group: "Partner", nRows: 1, first: null, last: null, waits: true },
  ]);
});
