import { describe, expect, it } from "vitest";

import type { Attempt, Facility } from "../api/types";
import { COLUMNS, CLOSED_STATES, filterChoices, inOrder, movedOn, OPEN_STATES, openShutterS, problemOf, telescopeChoices } from "./followup";

const attempt = (id: number, state: Attempt["state"], created_at: string): Attempt => ({
  id, state, created_at, facility: "LCO", site: "coj", telescope: null, instrument: null, allocation_id: 1, followup_request_id: null,
  detail: null, reason: null, request_id: null, submitted_at: null, accepted_at: null, ended_at: null,
});

it("shows every state in exactly one column", () => {
  const shown = COLUMNS.flatMap((column) => column.states);
  expect([...shown].sort()).toEqual([...OPEN_STATES, ...CLOSED_STATES].sort());
});

it("orders attempts by when they were made, and sees which led to another", () => {
  const ordered = inOrder([attempt(2, "completed", "2026-01-01T01:00:00Z"), attempt(1, "failed", "2026-01-01T00:00:00Z")]);
  expect(ordered.map((entry) => entry.id)).toEqual([1, 2]);
  expect(movedOn(ordered, 0)).toBe(true);
  expect(movedOn(ordered, 1)).toBe(false);
});

describe("the form", () => {
  const now = new Date("2026-01-01T00:00:00Z");
  const later = new Date("2026-01-02T00:00:00Z");
  const filters = [{ filter: "sdssr", exposure_time_s: 60, exposures: 2 }, { filter: "sdssg", exposure_time_s: 90, exposures: 1 }];
  it("adds up the open shutter", () => expect(openShutterS(filters)).toBe(210));
  it("says what is missing, one thing at a time", () => {
    expect(problemOf(filters, later, 1, now)).toBe("none");
    expect(problemOf([], later, 1, now)).toBe("no filters");
    expect(problemOf([{ filter: "sdssr", exposure_time_s: 0, exposures: 1 }], later, 1, now)).toBe("exposure");
    expect(problemOf([{ filter: "sdssr", exposure_time_s: NaN, exposures: 1 }], later, 1, now)).toBe("exposure");
    expect(problemOf(filters, now, 1, now)).toBe("deadline");
    expect(problemOf(filters, later, 0, now)).toBe("telescopes");
  });
});

describe("telescopes", () => {
  const facility: Facility = { allocation_id: 5, facility: "LCO", site: "coj", telescope: "Sim Siding Spring (coj)", instrument: "Camera", filters: ["sdssg", "sdssr"], group_id: 2, open: null, why: "", is_night: null, checked_at: null };
  const allocations = [{ id: 5, instrument: { id: 1, name: "Camera", filters: ["sdssg", "sdssr"] } }, { id: 6, instrument: { id: 2, name: "Other", filters: ["sdssr", "sdssi"] } }];
  it("joins allocations with their facilities", () => {
    expect(telescopeChoices(allocations, [facility])).toMatchObject([{ allocationId: 5, name: "Sim Siding Spring (coj)", filters: ["sdssg", "sdssr"] }]);
    expect(telescopeChoices(allocations, []).map((choice) => choice.allocationId)).toEqual([5, 6]);
  });
  it("offers the filters that all of the chosen telescopes have", () => {
    const choices = telescopeChoices(allocations, []);
    expect(filterChoices(choices, new Set([6]))).toEqual(["sdssr", "sdssi"]);
    expect(filterChoices(choices, new Set([5, 6]))).toEqual(["sdssr"]);
    expect(filterChoices([...choices, { allocationId: 7, name: "", detail: "", filters: [], facility: null }], new Set([5, 7]))).toEqual(["sdssg", "sdssr"]);
  });
});
