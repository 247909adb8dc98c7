import { describe, expect, it } from "vitest";

import { complete, mentionAt, suggestions } from "./mentions";

describe("mentions", () => {
  it("are found before the caret, at the start of a word", () => {
    expect(mentionAt("so @de", 6)).toEqual({ from: 3, word: "de" });
    expect(mentionAt("@", 1)).toEqual({ from: 0, word: "" });
    expect(mentionAt("me@home", 7)).toBeNull();
    expect(mentionAt("@demo is", 8)).toBeNull();
  });
  it("suggest what begins so before what contains it", () => {
    expect(suggestions(["the-pi", "pi", "ann"], "pi")).toEqual(["pi", "the-pi"]);
  });
  it("are completed in place", () => {
    expect(complete("so @de, look", { from: 3, word: "de" }, 6, "demo-pi")).toEqual({ text: "so @demo-pi , look", caret: 12 });
  });
});
