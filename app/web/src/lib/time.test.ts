import { describe, expect, it } from "vitest";

import { ago, dateToMjd, duration, fromUtcInput, mjdToDate, parseUtc, toUtcInput, utcMinute } from "./time";

describe("time", () => {
  it("puts MJD 51544.5 at J2000 noon", () => {
    expect(mjdToDate(51544.5).toISOString()).toBe("2000-01-01T12:00:00.000Z");
    expect(dateToMjd(new Date("2000-01-01T12:00:00Z"))).toBe(51544.5);
  });
  it("reads times without a zone as UTC", () => {
    expect(parseUtc("2026-03-14T05:06:07").toISOString()).toBe("2026-03-14T05:06:07.000Z");
    expect(parseUtc("2026-03-14T05:06:07+02:00").toISOString()).toBe("2026-03-14T03:06:07.000Z");
    expect(parseUtc("2026-03-14T05:06:07Z").toISOString()).toBe("2026-03-14T05:06:07.000Z");
  });
  it("writes UTC", () => expect(utcMinute(new Date("2026-03-04T05:06:59Z"))).toBe("2026-03-04 05:06"));
  it("says how long", () => {
    expect(duration(59)).toBe("59 s");
    expect(duration(3600 * 25)).toBe("1 d");
    const now = new Date("2026-03-04T05:00:00Z");
    expect(ago(new Date("2026-03-04T04:57:00Z"), now)).toBe("3 min ago");
    expect(ago(new Date("2026-03-04T07:00:00Z"), now)).toBe("in 2 h");
    expect(ago(now, now)).toBe("just now");
  });
  it("treats the deadline field as UTC", () => {
    const date = new Date("2026-03-04T05:06:00Z");
    expect(fromUtcInput(toUtcInput(date))?.getTime()).toBe(date.getTime());
    expect(fromUtcInput("")).toBeNull();
  });
});
