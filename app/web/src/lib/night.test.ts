import { describe, expect, it } from "vitest";

import { nightOf } from "./night";

const at = (text: string): number => Date.parse(`${text}Z`);
const SITE = { evening: "2026-11-23T10:20:00", morning: "2026-11-23T17:20:00" };

describe("the night", () => {
  it("is the coming one by day", () => {
    expect(nightOf({ ...SITE, is_night_astronomical: false }, at("2026-11-23T05:00:00"))).toEqual([at(SITE.evening), at(SITE.morning)]);
  });
  it("is what is left of it by night", () => {
    const now = at("2026-11-23T12:00:00");
    expect(nightOf({ evening: "2026-11-24T10:21:00", morning: SITE.morning, is_night_astronomical: true }, now)).toEqual([now, at(SITE.morning)]);
  });
  it("is unknown where the Sun does not set", () => {
    expect(nightOf({ is_night_astronomical: false, evening: null, morning: null }, 0)).toBeNull();
  });
});
