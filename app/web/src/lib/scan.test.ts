import { describe, expect, it } from "vitest";

import { actionOf, initialGroups, move, progress, SCAN_KEYS } from "./scan";

const ids = ["a", "b", "c"];

describe("keys", () => {
  it.each([["j", "next"], ["ArrowRight", "next"], ["k", "previous"], ["S", "save"], ["c", "classify"], ["r", "reject"], ["g", "open"], ["t", "trigger"], ["?", "help"]])("%s means %s", (key, action) => {
    expect(actionOf({ key })).toBe(action);
  });
  it("leaves other keys, shortcuts of the browser, and typing alone", () => {
    expect(actionOf({ key: "x" })).toBeNull();
    expect(actionOf({ key: "r", ctrlKey: true })).toBeNull();
    expect(actionOf({ key: "s", metaKey: true })).toBeNull();
    expect(actionOf({ key: "j", busy: true })).toBeNull();
  });
  it("gives no key two meanings", () => {
    const keys = SCAN_KEYS.flatMap((entry) => entry.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("moving", () => {
  it("steps and stops at the ends", () => {
    expect(move(ids, "a", "next")).toBe("b");
    expect(move(ids, "c", "next")).toBe("c");
    expect(move(ids, "a", "previous")).toBe("a");
    expect(move(ids, "b", "reject")).toBe("c");
    expect(move(ids, "b", "first")).toBe("a");
    expect(move(ids, "b", "last")).toBe("c");
  });
  it("stays with the same candidate when others arrive before it", () => {
    expect(move(["new", ...ids], "b", "next")).toBe("c");
    expect(move(["new", ...ids], "b", "help")).toBe("b");
  });
  it("starts at the first, and survives an empty night", () => {
    expect(move(ids, null, "next")).toBe("a");
    expect(move(ids, "gone", "previous")).toBe("a");
    expect(move([], "a", "next")).toBeNull();
  });
});

it("counts what is vetted of what is listed", () => {
  expect(progress(ids, "b", new Set(["a", "c", "elsewhere"]))).toEqual({ position: 2, total: 3, vetted: 2 });
  expect(progress([], null, new Set())).toEqual({ position: 0, total: 0, vetted: 0 });
});

it("saves to the groups of last time, else to those whose filters found it", () => {
  expect(initialGroups([2, 3, 1], [3], [2])).toEqual([3]);
  expect(initialGroups([2, 3, 1], [9], [3, 8])).toEqual([3]);
  expect(initialGroups([2, 3, 1], [], [])).toEqual([2]);
  expect(initialGroups([], [1], [1])).toEqual([]);
});
