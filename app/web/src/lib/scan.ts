/** Scanning by keyboard: which key does what, and how the position in the night's list moves. Pure, so that it can be tested. */

export type ScanAction = "next" | "previous" | "save" | "classify" | "reject" | "open" | "trigger" | "help" | "first" | "last";

/** One line per key, in the order in which the help overlay shows them. */
export const SCAN_KEYS: readonly { keys: readonly string[]; action: ScanAction; label: string }[] = [
  { keys: ["j", "ArrowRight"], action: "next", label: "Next candidate" },
  { keys: ["k", "ArrowLeft"], action: "previous", label: "Previous candidate" },
  { keys: ["s"], action: "save", label: "Save to a group" },
  { keys: ["c"], action: "classify", label: "Classify" },
  { keys: ["r"], action: "reject", label: "Reject and go on" },
  { keys: ["t"], action: "trigger", label: "Ask for follow-up" },
  { keys: ["g"], action: "open", label: "Open the source page" },
  { keys: ["Home"], action: "first", label: "First candidate" },
  { keys: ["End"], action: "last", label: "Last candidate" },
  { keys: ["?"], action: "help", label: "This help" },
];

export interface KeyPress {
  key: string;
  ctrlKey?: boolean;
  metaKey?: boolean;
  altKey?: boolean;
  /** True while the person is typing into a field or a dialog is open. */
  busy?: boolean;
}

export function actionOf(press: KeyPress): ScanAction | null {
  if (press.busy || press.ctrlKey || press.metaKey || press.altKey) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return SCAN_KEYS.find((entry) => entry.keys.includes(key))?.action ?? null;
}

/** The id to show after a move. Positions are ids, not indices, so that a candidate that arrives shifts nobody's view. */
export function move(ids: readonly string[], current: string | null, action: ScanAction): string | null {
  if (ids.length === 0) return null;
  const index = current === null ? -1 : ids.indexOf(current);
  const clamp = (wanted: number): string | null => ids[Math.max(0, Math.min(ids.length - 1, wanted))] ?? null;
  switch (action) {
    case "next":
    case "reject":
      return clamp(index + 1);
    case "previous":
      return clamp(index <= 0 ? 0 : index - 1);
    case "first":
      return clamp(0);
    case "last":
      return clamp(ids.length - 1);
    default:
      return index >= 0 ? current : clamp(0);
  }
}

export interface Progress {
  position: number;
  total: number;
  vetted: number;
}

export function progress(ids: readonly string[], current: string | null, vetted: ReadonlySet<string>): Progress {
  return {
    position: current === null ? 0 : ids.indexOf(current) + 1,
    total: ids.length,
    vetted: ids.filter((id) => vetted.has(id)).length,
  };
}

/** The groups that a save dialog starts with: the last choice, else those whose filters found it, else the first. */
export function initialGroups(mine: readonly number[], remembered: readonly number[], suggested: readonly number[]): number[] {
  const open = (ids: readonly number[]): number[] => ids.filter((id) => mine.includes(id));
  for (const choice of [open(remembered), open(suggested), mine.slice(0, 1)]) if (choice.length > 0) return [...choice];
  return [];
}
