import { expect, it } from "vitest";

import { stepsFor } from "./queries";
import { batches, statusOf } from "./ReleaseTimeline";

it("offers each side the steps that are its own", () => {
  const obligation = { next: { requested: "debtor", granted: "creditor", waived: "creditor" }, debtor_id: 2, creditor_id: 3 } as const;
  expect(stepsFor(obligation, new Set([2]))).toEqual(["requested"]);
  expect(stepsFor(obligation, new Set([3]))).toEqual(["granted", "waived"]);
  expect(stepsFor(obligation, new Set([4]))).toEqual([]);
});

it("tells a release that is to come from one that is late", () => {
  const now = new Date("2026-01-02T00:00:00Z");
  expect(statusOf({ due_at: "2026-01-03T00:00:00Z", done_at: null }, now)).toBe("due");
  expect(statusOf({ due_at: "2026-01-01T00:00:00Z", done_at: null }, now)).toBe("late");
  expect(statusOf({ due_at: "2026-01-01T00:00:00Z", done_at: "2026-01-01T00:00:09Z" }, now)).toBe("done");
  expect(statusOf({ due_at: null, done_at: null }, now)).toBe("waiting");
});

it("puts the nights that go to one group into one line, the soonest first", () => {
  const release = (id: number, group_id: number, due_at: string) => ({ id, group_id, due_at, waits_for: null, done_at: null, policy_version_id: 1, policy: "p v1", holder_id: 2, holder: null, group: null, night: null, n_rows: null });
  const found = batches([release(1, 4, "2026-03-01T00:00:00Z"), release(2, 4, "2026-02-01T00:00:00Z"), release(3, 5, "2026-04-01T00:00:00Z")], new Date("2026-01-01T00:00:00Z"));
  expect(found.map((batch) => batch.releases.map((entry) => entry.id))).toEqual([[2, 1], [3]]);
});
