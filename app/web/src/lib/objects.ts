/** What an object's own fields say, in the form in which cards show it. */
import type { Annotation, Obj, PhotStat, Taxonomy, TaxonomyNode } from "../api/types";
import { galactic } from "./coordinates";

/** Whether the object comes from a rehearsal: GCN's `alert_tense` is then not "current". */
export function tenseOf(obj: Pick<Obj, "altdata">): string | null {
  const altdata = obj.altdata ?? {};
  const tense = altdata["alert_tense"];
  if (typeof tense === "string" && tense !== "current") return tense;
  return altdata["simulated"] === true ? "test" : null;
}

export function galacticOf(obj: Pick<Obj, "ra" | "dec" | "gal_lat" | "gal_lon">): { lDeg: number; bDeg: number } | null {
  if (obj.gal_lat != null && obj.gal_lon != null) return { lDeg: obj.gal_lon, bDeg: obj.gal_lat };
  return obj.ra != null && obj.dec != null ? galactic(obj.ra, obj.dec) : null;
}

export function statsOf(obj: Pick<Obj, "photstats">): PhotStat | null {
  return obj.photstats?.[0] ?? null;
}

export interface Fact { key: string; value: string; origin: string; number: number | null }

function factValue(value: unknown): { text: string; number: number | null } | null {
  if (typeof value === "number") {
    const text = Number.isInteger(value) ? String(value) : (Math.abs(value) >= 1000 ? value.toFixed(3) : value.toPrecision(4)).replace(/\.?0+$/, "");
    return { text, number: value };
  }
  if (typeof value === "string" && value !== "") return { text: value, number: null };
  if (typeof value === "boolean") return { text: value ? "yes" : "no", number: null };
  return null;
}

/** Every scalar of the annotations, scores between 0 and 1 first: they are what a scanner judges by. */
export function factsOf(annotations: readonly Annotation[]): Fact[] {
  const facts = annotations.flatMap((annotation) =>
    Object.entries(annotation.data).flatMap(([key, value]) => {
      const shown = factValue(value);
      return shown ? [{ key, value: shown.text, number: shown.number, origin: annotation.origin ?? "" }] : [];
    }),
  );
  return facts.sort((a, b) => Number(isScore(b)) - Number(isScore(a)) || a.key.localeCompare(b.key));
}

const SCORE_NAME = /score|prob|rb\b|drb|reliab|class_star|sgscore|^p_|real/i;

/** A number between 0 and 1 that is named like a score is drawn as a bar. */
export function isScore(fact: Fact): boolean {
  return fact.number !== null && fact.number >= 0 && fact.number <= 1 && SCORE_NAME.test(fact.key);
}

export interface TaxonomyChoice { label: string; path: readonly string[]; taxonomyId: number; taxonomy: string }

function walk(node: TaxonomyNode, path: readonly string[], found: (path: readonly string[]) => void): void {
  const here = node.class ? [...path, node.class] : path;
  if (node.class) found(here);
  for (const child of node.subclasses ?? []) walk(child, here, found);
}

/** Every class of the taxonomies in tree order, the latest version of each taxonomy only. */
export function taxonomyChoices(taxonomies: readonly Taxonomy[]): TaxonomyChoice[] {
  const choices: TaxonomyChoice[] = [];
  for (const taxonomy of taxonomies) {
    if (taxonomy.isLatest === false || !taxonomy.hierarchy) continue;
    walk(taxonomy.hierarchy, [], (path) => {
      choices.push({ label: path.at(-1) ?? "", path, taxonomyId: taxonomy.id, taxonomy: taxonomy.name ?? `taxonomy ${taxonomy.id}` });
    });
  }
  return choices;
}
