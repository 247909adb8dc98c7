import { describe, expect, it } from "vitest";

import { type LiveMessage, mergeStale, parseMessage, placeAfter, reconnectDelayMs, staleQueries } from "./live";

const message = (kind: string, rest: Partial<LiveMessage> = {}): LiveMessage => ({ id: 1, kind, at: "", obj_id: null, trigger_id: null, ...rest });

describe("messages", () => {
  it("reads what the socket sends", () => {
    expect(parseMessage('{"id": 7, "kind": "trigger.changed", "at": "2026-01-01T00:00:00Z", "obj_id": "ZTF1", "trigger_id": 3}')).toEqual({ id: 7, kind: "trigger.changed", at: "2026-01-01T00:00:00Z", obj_id: "ZTF1", trigger_id: 3 });
  });
  it("passes over keep-alives and what is not JSON", () => {
    for (const text of ["", "ping", "null", "[]", '{"kind": 4}', '{"kind": "hello"}']) expect(parseMessage(text)).toBeNull();
  });
});

it("remembers how far it has read, so that a broken connection loses nothing", () => {
  expect(placeAfter('{"kind": "hello", "after": 12}', null)).toBe(12);
  expect(placeAfter('{"id": 15, "kind": "photometry.new"}', 12)).toBe(15);
  expect(placeAfter('{"id": 14, "kind": "photometry.new"}', 15)).toBe(15);
  expect(placeAfter("ping", 15)).toBe(15);
});

describe("what a change makes stale", () => {
  it("fetches the light curve of the object that has new photometry, and of no other", () => {
    const keys = staleQueries(message("photometry.new", { obj_id: "ZTF1" }));
    expect(keys).toContainEqual(["photometry", "ZTF1"]);
    expect(keys).not.toContainEqual(["photometry"]);
  });
  it.each(["candidate.new", "photometry.new", "classification.new", "comment.new", "source.saved", "trigger.changed", "publication.changed", "release.done"])("knows %s", (kind) => {
    expect(staleQueries(message(kind, { obj_id: "ZTF1", trigger_id: 2 })).length).toBeGreaterThan(0);
    expect(staleQueries(message(kind)).length).toBeGreaterThan(0);
  });
  it("ignores kinds of a later version", () => expect(staleQueries(message("moon.risen"))).toEqual([]));
  it("fetches each key once per burst", () => {
    const burst = ["A", "B", "A"].flatMap((obj) => staleQueries(message("candidate.new", { obj_id: obj })));
    expect(mergeStale(burst)).toEqual([["candidates"], ["source", "A"], ["source", "B"]]);
  });
});

it("waits longer between attempts to connect, up to half a minute", () => {
  expect([0, 1, 2, 3].map(reconnectDelayMs)).toEqual([1000, 2000, 4000, 8000]);
  expect(reconnectDelayMs(50)).toBe(30000);
});
