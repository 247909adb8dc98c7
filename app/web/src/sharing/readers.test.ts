import { expect, it } from "vitest";

import { matrixOf, readerName } from "./readers";

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
