import { expect, it } from "vitest";

import { scoreAt, scoreCurve } from "./fading";

const NOW = Date.parse("2026-06-01T00:00:00Z");
const credit = { weight: 4, kind: "credit" as const, effective_at: "2026-05-02T00:00:00Z", state: "effective" };

it("halves after a half-life, and leaves out what does not count", () => {
  expect(scoreAt([credit], 30, NOW)).toBeCloseTo(2);
  expect(scoreAt([credit, { ...credit, kind: "debit" }], 30, NOW)).toBeCloseTo(0);
  expect(scoreAt([{ ...credit, state: "appealed" }], 30, NOW)).toBe(0);
  expect(scoreAt([{ ...credit, effective_at: "2026-07-01T00:00:00Z" }], 30, NOW)).toBe(0);
});

it("draws a step where an entry takes effect", () => {
  const curve = scoreCurve([credit], 30, NOW);
  const at = Date.parse(credit.effective_at);
  expect(curve.find((point) => point.at === at - 1)?.score).toBe(0);
  expect(curve.find((point) => point.at === at)?.score).toBe(4);
  expect(curve.every((point, index) => index === 0 || point.at >= (curve[index - 1]?.at ?? 0))).toBe(true);
});
