import { expect, it } from "vitest";

import { emptyDocument, emptyTerms, faultOf, inMode, modeOf, moved, newCircle, newWait, partOf, placeOf } from "./document";
import { caseLabel, daysLabel, openingOf, openingRows } from "./openings";
import { grouped } from "./sentences";
import { readingOf } from "./simulation";

const NOW = new Date("2026-01-01T00:00:00Z");

it("speaks of a wait by one choice, and back", () => {
  expect(modeOf(newCircle("everybody", null, null))).toBe("never");
  expect(modeOf(newCircle("everybody", null, 0))).toBe("at_once");
  const wait = { ...newWait(), classes: ["Ia"], clock: "classification" as const };
  expect(inMode(wait, "date", "2026-05-01")).toEqual({ clock: "date", after_days: 0, on: "2026-05-01", classes: [], publication_id: null });
  expect(inMode(inMode(wait, "never", ""), "observation", "").after_days).toBe(30);
});

it("puts a fault where it is", () => {
  const path = "document.products.photometry.circles.0.after_days";
  expect(faultOf(path, `${path}: input should be greater.`)).toEqual({ path, message: "Input should be greater." });
  expect(placeOf(path)).toBe("Photometry › reader 1 › after days");
  expect(partOf(path)).toBe("photometry");
  expect(partOf("document.cases.2.terms.use.0.texts")).toBe("case:2");
  expect(placeOf("document.cases.2.terms.use.0.texts")).toBe("case 3 › use 1");
  expect(partOf("document")).toBeNull();
});

it("moves an item by one place and not over the edge", () => {
  expect(moved([1, 2, 3], 0, 1)).toEqual([2, 1, 3]);
  expect(moved([1, 2, 3], 0, -1)).toEqual([1, 2, 3]);
});

it("knows when a circle opens, and what it waits for besides", () => {
  expect(openingOf(newCircle("group", 4, 30), NOW)).toEqual({ groupId: 4, fromDays: 30, events: [], never: false });
  const later = { ...newCircle("everybody", null, 0), clock: "date" as const, on: "2026-01-11", also: [{ ...newWait(), after_days: 0, clock: "classification" as const, classes: ["Ia"] }] };
  expect(openingOf(later, NOW)).toEqual({ groupId: null, fromDays: 10, events: ["when classified as Ia"], never: false });
  const rows = openingRows({ ...emptyDocument(), cases: [{ products: ["photometry"], levels: ["raw"], classes: [], instrument_ids: [3], terms: emptyTerms() }] }, NOW);
  expect(rows.map((row) => row.label)).toEqual(["Photometry", "Photometry · raw · one instrument"]);
  expect(caseLabel({ products: [], levels: [], classes: [], instrument_ids: [], terms: emptyTerms() })).toBe("Nothing yet");
  expect([0, 0.5, 30, 365, 548].map(daysLabel)).toEqual(["at once", "12 h", "30 d", "1 y", "548 d"]);
});

it("says once what is the same of several products", () => {
  const text = "Photometry: everybody sees it at once.\nSpectrum: everybody sees it at once.\nImage: nobody else sees it.\nModelled on a survey; not its own text.";
  expect(grouped(text)).toEqual([
    { head: "Photometry, spectrum", lines: ["Everybody sees it at once."] },
    { head: "Image", lines: ["Nobody else sees it."] },
    { head: "", lines: ["Modelled on a survey; not its own text."] },
  ]);
});

it("draws what a group would see as steps from now on", () => {
  const reader = { group: "Partner", group_id: 4, at_once: 2, by_date: [{ at: "2026-01-11T00:00:00Z", n_rows: 5 }], waiting: [{ waits_for: "when it is classified", n_rows: 1 }], never: 0 };
  expect(readingOf(reader, 6, NOW)).toEqual({ group: "Partner", steps: [{ days: 0, rows: 2 }, { days: 10, rows: 5 }], later: 3, last: 10, waiting: ["1 when it is classified"], never: 0 });
});
