/** Completing `@name` while somebody writes. */

export interface Mention { from: number; word: string }

/** The mention that is being written before the caret, if one is: `@` at the start of a word, and what follows. */
export function mentionAt(text: string, caret: number): Mention | null {
  const found = /(?:^|[\s(,;])@([\w.-]*)$/.exec(text.slice(0, caret));
  return found ? { from: caret - (found[1] ?? "").length - 1, word: found[1] ?? "" } : null;
}

/** The names that begin with what was written, then those that contain it. */
export function suggestions(names: readonly string[], word: string, limit = 6): string[] {
  const wanted = word.toLowerCase();
  const rank = (name: string): number => (name.toLowerCase().startsWith(wanted) ? 0 : 1);
  return names.filter((name) => name.toLowerCase().includes(wanted)).sort((a, b) => rank(a) - rank(b) || a.localeCompare(b)).slice(0, limit);
}

/** The text with the mention completed, and where the caret is then. */
export function complete(text: string, mention: Mention, caret: number, name: string): { text: string; caret: number } {
  const written = `@${name} `;
  return { text: text.slice(0, mention.from) + written + text.slice(caret).replace(/^ /, ""), caret: mention.from + written.length };
}
