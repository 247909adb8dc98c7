import { expect, it } from "vitest";

import { stepsFor } from "./queries";
import { statusOf } from "./ReleaseTimeline";

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
});
