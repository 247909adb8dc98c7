import { describe, expect, it } from "vitest";

import description from "../../openapi.json?raw";
import { type Described, fieldsOf, search, tagsOf, typeName } from "./description";
import { badJson, missing, pretty, request, sending, startingBody, startingValues } from "./request";
import { curl, httpx, python } from "./snippets";

const described = JSON.parse(description) as Described;
const tags = tagsOf(described);
const components = described.components?.schemas ?? {};
const all = tags.flatMap((tag) => tag.operations);
const find = (method: string, path: string) => {
  const found = all.find((each) => each.method === method && each.path === path);
  if (!found) throw new Error(`${method} ${path} is not described`);
  return found;
};
const ORIGIN = "http://portal";

describe("the description", () => {
  it("gives every operation a place", () => {
    expect(all.length).toBe(Object.values(described.paths).flatMap((methods) => Object.keys(methods)).length);
    expect(tags.every((tag) => tag.name !== "" && tag.operations.length > 0)).toBe(true);
  });
  it("is searched by all words at once", () => {
    const found = search(tags, " post  photometry ").flatMap((tag) => tag.operations);
    expect(found.some((each) => each.method === "POST" && each.path === "/api/photometry")).toBe(true);
    expect(found.every((each) => /post/i.test(JSON.stringify(each)) && /photometry/i.test(JSON.stringify(each)))).toBe(true);
    expect(search(tags, "no such words")).toEqual([]);
  });
  it("says types in a word", () => {
    expect(typeName({ anyOf: [{ type: "array", items: { type: "integer" } }, { type: "null" }] })).toBe("list of integer or null");
    expect(typeName({ $ref: "#/components/schemas/Thing" }, { Thing: { enum: ["a", "b"] } })).toBe('"a", "b"');
    const body = find("POST", "/api/sources/{obj_id}/comments").body;
    expect(fieldsOf(body?.schema ?? {}, components).find((field) => field.name === "text")?.required).toBe(true);
  });
});

describe("a request", () => {
  const comment = find("POST", "/api/sources/{obj_id}/comments");
  it("has what was filled in, and says what lacks", () => {
    expect(missing(comment, {})).toEqual(["obj_id"]);
    const asked = request(find("GET", "/api/sources/{obj_id}/comments"), { "path:obj_id": "a b", "query:text": "x&y" }, "", ORIGIN);
    expect(asked).toEqual({ method: "GET", url: `${ORIGIN}/api/sources/a%20b/comments?text=x%26y`, body: null });
  });
  it("is refused as JSON before it is sent", () => {
    expect(badJson('{"a": 1}')).toBeNull();
    expect(badJson("{a: 1}")).not.toBeNull();
    expect(badJson(startingBody(comment))).toBeNull();
  });
  it("goes with the session, or with a token alone", () => {
    const asked = request(comment, startingValues(comment), "{}", ORIGIN);
    expect(sending(asked, "")).toMatchObject({ credentials: "same-origin", headers: { "X-Skyrelay": "1" } });
    expect(sending(asked, " token abc ")).toMatchObject({ credentials: "omit", headers: { Authorization: "token abc" } });
  });
});

describe("an answer", () => {
  it("is broken into lines without touching its values", () => {
    expect(pretty('{"a":[1918129858431338123, {}],"b\\"}":"x, y", "c":[]}')).toBe('{\n  "a": [\n    1918129858431338123,\n    {}\n  ],\n  "b\\"}": "x, y",\n  "c": []\n}');
    expect(pretty("not json {")).toBe("not json {");
    const document = JSON.stringify(described.info);
    expect(pretty(document)).toBe(JSON.stringify(JSON.parse(document), null, 2));
    expect(pretty(pretty(document), 0)).toBe(document);
  }, 20_000);
});

describe("a snippet", () => {
  const asked = { method: "POST", url: `${ORIGIN}/api/x?a=1`, body: '{"it": "it\'s", "ok": true, "none": null}' };
  it("can be run by a shell", () => {
    expect(curl(asked)).toBe(`curl -X POST '${ORIGIN}/api/x?a=1' \\\n  -H "Authorization: token $SKYRELAY_TOKEN" \\\n  -H 'Content-Type: application/json' \\\n  --data '{"it":"it'\\''s","ok":true,"none":null}'`);
  });
  it("can be run by Python", () => {
    expect(httpx(asked)).toContain('client.request("POST", "/api/x?a=1", json={"it": "it\'s", "ok": True, "none": None})');
    expect(httpx({ ...asked, body: '{"id": 1918129858431338123}' })).toContain('content="{\\"id\\":1918129858431338123}")');
    expect(python(["x".repeat(50), "y".repeat(50)])).toBe(`[\n    "${"x".repeat(50)}",\n    "${"y".repeat(50)}",\n]`);
  });
});
