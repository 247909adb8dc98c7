/** A policy's document as the editor holds it, and what changing one of its choices does to the others. */
import type { components } from "../api/schema";

type Schemas = components["schemas"];
export type PolicyDocument = Schemas["PolicyDocument"];
export type Terms = Schemas["Terms"];
export type Circle = Schemas["Circle"];
export type Wait = Schemas["Wait"];
export type Use = Schemas["Use"];
export type Case = Schemas["Case"];
export type Product = Schemas["Product"];
export type Level = Schemas["Level"];
export type Template = Schemas["Template"];
export type UseKind = Use["kind"];
export type Stage = Terms["stage"];

export const PRODUCTS: readonly (readonly [Product, string])[] = [
  ["photometry", "Photometry"], ["spectrum", "Spectra"], ["image", "Images"], ["classification", "Classifications"], ["annotation", "Annotations"],
  ["comment", "Comments"], ["followup_request", "Follow-up requests"], ["followup_details", "Details of requests"],
];
export const LEVELS: readonly (readonly [Level, string])[] = [["raw", "raw"], ["reduced", "reduced"], ["derived", "derived"]];
export const STAGES: readonly (readonly [Stage, string, string])[] = [
  ["view", "View", "Look at it. Analysing it for a publication takes your permission."],
  ["prepare", "Prepare", "Prepare a draft. Submitting it takes your permission."],
  ["submit", "Submit", "Submit to a journal. Posting it in public takes your permission."],
  ["post", "Post", "Everything up to a public posting, without asking again."],
];
export const USES: readonly (readonly [UseKind, string, string])[] = [
  ["acknowledge", "Acknowledgement", "The text to print. One line each."],
  ["cite", "Citation", "What to cite: a DOI, a bibcode or the reference. One line each."],
  ["notify", "Notice", "What whoever uses it should know. One line each."],
  ["permission", "Permission", "What whoever asks should know. One line each."],
  ["coauthorship", "Co-authorship", "To whom it should be offered, in words. One line each."],
];

export const productLabel = (product: string): string => PRODUCTS.find(([value]) => value === product)?.[1] ?? product;

export const emptyTerms = (): Terms => ({ circles: [], use: [], stage: "post", existence: "secret" });

export const emptyDocument = (): PolicyDocument => ({
  format: "skyrelay-policy/2", modelled_on: null, all_of: [], cases: [], products: { photometry: { ...emptyTerms(), circles: [newCircle("everybody", null, 365)] } },
});

const WAIT: Wait = { clock: "observation", after_days: 0, on: null, classes: [], publication_id: null };

export function newCircle(who: Circle["who"], groupId: number | null, afterDays: number | null): Circle {
  return { ...WAIT, after_days: afterDays, who, group_id: groupId, also: [] };
}

export const newWait = (): Wait => ({ ...WAIT, after_days: 30 });

export function newUse(kind: UseKind): Use {
  return {
    kind, texts: [], authors: kind === "coauthorship" ? 1 : null, by_share: [], from_list: null, from_group_id: null, demand: "require", min_share: 0,
    answer_days: null, required: null,
  };
}

/** How the form speaks of a wait: one choice instead of a clock with a delay that may be nothing or never. */
export type WaitMode = "at_once" | "never" | Wait["clock"];

export function modeOf(wait: Wait): WaitMode {
  if (wait.after_days === null) return "never";
  return wait.after_days === 0 && (wait.clock === "observation" || wait.clock === "arrival") ? "at_once" : wait.clock;
}

/** The wait in another mode; what the new clock cannot have is dropped, so that no fault stays where nothing shows it. */
export function inMode<W extends Wait>(wait: W, mode: WaitMode, today: string): W {
  const days = wait.after_days ?? 0;
  const bare = { ...wait, on: null, classes: [], publication_id: null };
  switch (mode) {
    case "at_once": return { ...bare, clock: "observation", after_days: 0 };
    case "never": return { ...bare, clock: "observation", after_days: null };
    case "date": return { ...bare, clock: "date", after_days: 0, on: wait.on ?? today };
    case "classification": return { ...bare, clock: "classification", after_days: days };
    case "acceptance": return { ...bare, clock: "acceptance", after_days: days, publication_id: wait.publication_id };
    default: return { ...bare, clock: mode, after_days: days === 0 ? 30 : days };
  }
}

export const withoutKey = <T,>(record: Record<string, T>, key: string): Record<string, T> => Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

export const replaced = <T,>(items: readonly T[], index: number, item: T): T[] => items.map((each, place) => (place === index ? item : each));
export const without = <T,>(items: readonly T[], index: number): T[] => items.filter((_each, place) => place !== index);

/** An item moved by one place; at the end it stays. */
export function moved<T>(items: readonly T[], index: number, by: -1 | 1): T[] {
  const next = [...items];
  const [item] = next.splice(index, 1);
  if (item === undefined || index + by < 0 || index + by >= items.length) return [...items];
  next.splice(index + by, 0, item);
  return next;
}

/** Lines of a text field as a list; what is empty says nothing. */
export const lines = (text: string): string[] => text.split("\n").map((line) => line.trim()).filter(Boolean);

export interface Fault { path: string; message: string }

/** The portal's sentence without the path, which the form shows by where the sentence stands. */
export function faultOf(field: string | null, message: string): Fault {
  const path = field ?? "document";
  const said = message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message;
  return { path, message: said.charAt(0).toUpperCase() + said.slice(1) };
}

/** Where a fault is, in the form's own words: `Photometry › circle 1 › after days`. */
export function placeOf(path: string, document?: PolicyDocument): string {
  const parts = path.replace(/^document\.?/, "").split(".").filter(Boolean);
  const said: string[] = [];
  parts.forEach((part, index) => {
    const before = parts[index - 1];
    if (/^\d+$/.test(part)) said.push(before === "use" && document ? useLabel(document, parts.slice(0, index + 1)) : `${NUMBERED[before ?? ""] ?? (before ?? "").replaceAll("_", " ")} ${Number(part) + 1}`);
    else if (before === "products" && index === 1) said.push(productLabel(part));
    else if (!(part in NUMBERED) && part !== "products" && part !== "terms") said.push(part.replaceAll("_", " "));
  });
  return said.join(" › ");
}

function useLabel(document: PolicyDocument, parts: readonly string[]): string {
  const number = Number(parts.at(-1));
  const terms = parts[0] === "cases" ? document.cases[Number(parts[1])]?.terms : document.products[parts[1] ?? ""];
  return USES.find(([kind]) => kind === terms?.use[number]?.kind)?.[1] ?? `use ${number + 1}`;
}

const NUMBERED: Record<string, string> = { circles: "reader", cases: "case", use: "use", also: "wait", texts: "line", by_share: "share", levels: "level", classes: "class" };

/** The part of the form that a path lies in: a product, or the number of a case; null for the document as a whole. */
export function partOf(path: string): string | null {
  const found = /^document\.(products|cases)\.([^.]+)/.exec(path);
  return found ? (found[1] === "cases" ? `case:${found[2] ?? ""}` : (found[2] ?? null)) : null;
}
