/** The night in which a telescope can be asked next: what is left of this one, or the coming one. */

export interface NightSite { is_night_astronomical?: boolean | null; evening?: string | null; morning?: string | null }

/** From evening to morning twilight (the Sun 18° below the horizon), in milliseconds; null where neither is known. */
export function nightOf(site: NightSite, nowMs: number): readonly [number, number] | null {
  const morning = site.morning ? Date.parse(`${site.morning.replace(/Z$/, "")}Z`) : NaN;
  const evening = site.is_night_astronomical ? nowMs : site.evening ? Date.parse(`${site.evening.replace(/Z$/, "")}Z`) : NaN;
  return Number.isNaN(morning) || Number.isNaN(evening) || morning <= evening ? null : [evening, morning];
}
