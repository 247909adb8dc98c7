import { describe, expect, it } from "vitest";

import { decDms, galactic, raHms } from "./coordinates";

describe("sexagesimal", () => {
  it("writes hours of right ascension", () => {
    expect(raHms(0)).toBe("00:00:00.00");
    expect(raHms(187.70593)).toBe("12:30:49.42");
    expect(raHms(359.9999999)).toBe("00:00:00.00");
    expect(raHms(-15)).toBe("23:00:00.00");
  });
  it("keeps the sign of declinations between 0 and −1 degree", () => {
    expect(decDms(12.39112)).toBe("+12:23:28.0");
    expect(decDms(-0.5)).toBe("−00:30:00.0");
  });
  it("never prints 60 seconds", () => {
    expect(decDms(9.99999999)).toBe("+10:00:00.0");
    expect(raHms(14.99999999)).toBe("01:00:00.00");
  });
});

describe("galactic", () => {
  it("puts the galactic centre at the origin", () => {
    // Sgr A*: 17h45m40.04s −29°00′28.1″ is l = 359.944°, b = −0.046° (Reid & Brunthaler 2004).
    const { lDeg, bDeg } = galactic(266.41683, -29.00781);
    expect(lDeg).toBeCloseTo(359.944, 2);
    expect(bDeg).toBeCloseTo(-0.046, 2);
  });
  it("puts the pole at b = 90°", () => {
    expect(galactic(192.85948, 27.12825).bDeg).toBeCloseTo(90, 4);
  });
});
