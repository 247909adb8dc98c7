import { expect, it } from "vitest";

import type { Release } from "../rights/types";
import { extentOf, lanesOf, monthTicks, nightsOf, waitingOf } from "./lanes";

const NOW = Date.parse("2026-03-01T00:00:00Z");
const release = (id: number, more: Partial<Release>): Release => ({ id, group_id: 4, group: "Partner", holder_id: 2, holder: "Ours", policy_version_id: 1, policy: "p v1", night: "2026-02-01", due_at: null, waits_for: null, done_at: null, n_rows: 3, ...more });

it("puts releases into lanes by group, near ones into one mark, done and due apart", () => {
  const all = [release(1, { due_at: "2026-04-01T00:00:00Z" }), release(2, { due_at: "2026-04-01T06:00:00Z" }), release(3, { done_at: "2026-02-20T00:00:00Z" }), release(4, { group_id: 5, group: "All", due_at: "2026-02-25T00:00:00Z" })];
  const extent = extentOf(all, NOW);
  const lanes = lanesOf(all, extent, NOW, 20);
  expect(lanes.map((lane) => lane.name)).toEqual(["All", "Partner"]);
  expect(lanes[1]?.bins.map((bin) => [bin.status, bin.releases.length, bin.nRows])).toEqual([["done", 1, 3], ["due", 2, 6]]);
  expect(lanes[0]?.bins[0]?.status).toBe("late");
  expect(extent[0]).toBeLessThan(Date.parse("2026-02-20T00:00:00Z"));
});

it("keeps what waits for an event in a lane of its own", () => {
  const found = waitingOf([release(1, { waits_for: "when it is classified" }), release(2, { waits_for: "when it is classified" }), release(3, { due_at: "2026-04-01T00:00:00Z" })]);
  expect(found.map((entry) => entry.releases.length)).toEqual([2]);
  expect(nightsOf([release(1, {}), release(2, { night: "2026-02-04" })])).toBe("2 nights, 2026-02-01 to 2026-02-04");
});

it("has ticks that can be read", () => {
  expect(monthTicks([Date.parse("2026-01-10T00:00:00Z"), Date.parse("2026-04-10T00:00:00Z")], 6).map((tick) => tick.label)).toEqual(["2026-02", "2026-03", "2026-04"]);
  expect(monthTicks([Date.parse("2020-01-10T00:00:00Z"), Date.parse("2026-04-10T00:00:00Z")], 8).length).toBeLessThanOrEqual(8);
});
