import { expect, it } from "vitest";

import type { Obligation, Publication } from "../rights/types";
import { byUrgency, columns, isMyTurn } from "./board";

const publication = (id: number, stage: string, deadline_at: string | null): Publication => ({
  id, stage, deadline_at, title: `P${id}`, kind: "paper", next_stages: [], obj_ids: [], group_id: 1, group: "g", lead_id: 1, intended_data: [], announced_at: null,
  created_at: "2026-01-01T00:00:00Z", modified: `2026-01-0${id}T00:00:00Z`, scope: { kind: "targets", list_name: null, topic: null, classes: [], date_from: null, date_to: null },
});
const owed = (id: number, more: Partial<Obligation>): Obligation => ({ id, publication_id: 1, open: true, required: false, overdue: false, due_at: null, next: {}, ...more }) as Obligation;

it("puts publications into columns, the nearest deadline first, with what is open", () => {
  const found = columns([publication(1, "draft", null), publication(2, "draft", "2026-02-01T00:00:00Z"), publication(3, "lapsed", null)], [owed(1, { required: true, overdue: true }), owed(2, { open: false })]);
  expect(found.get("draft")?.map((card) => card.publication.id)).toEqual([2, 1]);
  expect(found.get("draft")?.[1]).toMatchObject({ open: 1, required: 1, overdue: 1 });
  expect(found.get("lapsed")?.length).toBe(1);
  expect(found.get("idea")).toEqual([]);
});

it("names the most urgent first", () => {
  const list = [owed(1, { open: false }), owed(2, {}), owed(3, { required: true }), owed(4, { required: true, due_at: "2026-02-01T00:00:00Z" }), owed(5, { overdue: true })];
  expect(byUrgency(list).map((each) => each.id)).toEqual([5, 4, 3, 2, 1]);
});

it("knows whose turn it is; to waive is never a duty", () => {
  expect(isMyTurn({ open: true, next: { requested: "debtor", waived: "creditor" } }, "debtor")).toBe(true);
  expect(isMyTurn({ open: true, next: { requested: "debtor", waived: "creditor" } }, "creditor")).toBe(false);
});
