export interface Group { head: string; lines: string[] }

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The summary's lines `Photometry: everybody sees it …` by what they are about; equal groups are one with both names. */
export function grouped(text: string): Group[] {
  const byHead = new Map<string, string[]>();
  for (const line of text.split(/\n+/).map((each) => each.trim()).filter(Boolean)) {
    const [, head = "", rest = line] = /^([^:.]{3,120}): (.+)$/.exec(line) ?? [];
    byHead.set(head, [...(byHead.get(head) ?? []), capital(rest)]);
  }
  const byLines = new Map<string, Group>();
  for (const [head, lines] of byHead) {
    const key = lines.join("\n");
    const same = byLines.get(key);
    if (same && head) same.head = `${same.head}, ${head.charAt(0).toLowerCase()}${head.slice(1)}`;
    else byLines.set(key, { head, lines });
  }
  return [...byLines.values()];
}
