import { describe, expect, it } from "vitest";

import { factsOf, galacticOf, isScore, taxonomyChoices, tenseOf } from "./objects";

it("labels what is not the sky", () => {
  expect(tenseOf({ altdata: { alert_tense: "test" } })).toBe("test");
  expect(tenseOf({ altdata: { alert_tense: "current" } })).toBeNull();
  expect(tenseOf({ altdata: { simulated: true } })).toBe("test");
  expect(tenseOf({ altdata: null })).toBeNull();
});

it("puts scores first and leaves nested values out", () => {
  const facts = factsOf([{ id: 1, origin: "ztf", data: { nbad: 0, drb: 0.98765, nested: {}, field: 512, empty: null } }]);
  expect(facts.map((fact) => fact.key)).toEqual(["drb", "field", "nbad"]);
  expect(facts.filter(isScore).map((fact) => fact.value)).toEqual(["0.9877"]);
});

it("prefers the API's galactic coordinates", () => {
  expect(galacticOf({ ra: 1, dec: 2, gal_lat: -7, gal_lon: 8 })).toEqual({ lDeg: 8, bDeg: -7 });
  expect(galacticOf({})).toBeNull();
});

describe("taxonomy", () => {
  const hierarchy = { class: "Time-domain Source", subclasses: [{ class: "Supernova", subclasses: [{ class: "Ia" }, { class: "II" }] }] };
  it("lists the tree in order with each class's path", () => {
    const choices = taxonomyChoices([{ id: 3, name: "Demo", isLatest: true, hierarchy }]);
    expect(choices.map((choice) => choice.label)).toEqual(["Time-domain Source", "Supernova", "Ia", "II"]);
    expect(choices[2]?.path).toEqual(["Time-domain Source", "Supernova", "Ia"]);
    expect(choices[2]?.taxonomyId).toBe(3);
  });
  it("leaves superseded versions out", () => {
    expect(taxonomyChoices([{ id: 3, isLatest: false, hierarchy }, { id: 4, hierarchy: null }])).toEqual([]);
  });
});
