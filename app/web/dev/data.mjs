// A small night in the API's shapes, for developing pages without a portal. Invented, and labelled so where the API does.
import { random } from "./png.mjs";

const DAY = 86_400_000;
const now = Date.now();
export const iso = (offsetS) => new Date(Date.now() + offsetS * 1000).toISOString();
const mjdNow = now / DAY + 40587;
let nextId = 1000;
export const newId = () => (nextId += 1);

export const groups = [
  { id: 2, name: "Demo Transients", nickname: "transients", description: "Supernovae and other explosions, found fast and followed well.", single_user_group: false, streams: [{ id: 1, name: "ZTF Public" }, { id: 3, name: "Simulated LSST" }], filters: [{ id: 1, name: "young and rising", group_id: 2, stream_id: 1, stream: { name: "ZTF Public" }, altdata: { expression: "rb > 0.65 AND nbad = 0 AND isdiffpos AND magpsf < 19.5" } }], users: [{ id: 5, username: "demo-scanner", admin: false, can_save: true }, { id: 6, username: "demo-pi", admin: true, can_save: true }] },
  { id: 3, name: "Demo Microlensing", description: "Events in the bulge.", single_user_group: false, streams: [{ id: 3, name: "Simulated LSST" }], filters: [{ id: 2, name: "bulge risers", group_id: 3, stream_id: 3, altdata: { expression: "abs(gal_lat) < 10 AND n_det >= 3" } }], users: [{ id: 5, username: "demo-scanner", admin: false, can_save: true }] },
];
export const partner = { id: 4, name: "Demo Partner", single_user_group: false };
export const profile = { id: 5, username: "demo-scanner", first_name: "Sam", last_name: "Scanner", affiliations: [], contact_email: "scanner@example.org", roles: ["Full user"], permissions: ["Classify", "Comment", "Annotate", "Upload data"], acls: [], tokens: [], preferences: {}, streams: groups[0].streams };
export const taxonomy = [{ id: 1, name: "Demo time-domain", version: "1", isLatest: true, hierarchy: { class: "Time-domain Source", subclasses: [{ class: "Stellar variable", subclasses: [{ class: "Microlensing" }, { class: "RR Lyrae" }, { class: "Eclipsing" }, { class: "Cataclysmic" }] }, { class: "Supernova", subclasses: [{ class: "Type I", subclasses: [{ class: "Ia" }, { class: "Ib/c" }] }, { class: "Type II", subclasses: [{ class: "IIP" }, { class: "IIn" }] }] }, { class: "AGN" }, { class: "Tidal disruption event" }, { class: "Solar system", subclasses: [{ class: "Asteroid" }] }] } }, { id: 2, name: "Not real", version: "1", isLatest: true, hierarchy: { class: "Bogus" } }];

function curve(seed, kind, n) {
  const next = random(seed);
  const peak = 16.6 + next() * 2.8;
  const bands = kind === "sim" ? ["lsstu", "lsstg", "lsstr", "lssti", "lsstz", "lssty"] : ["ztfg", "ztfr", "ztfi"];
  const points = [];
  for (let k = 0; k < n; k += 1) {
    const t = (k / n) * 60 - 42 + next() * 0.6;
    const filter = bands[Math.floor(next() * bands.length)];
    const offset = bands.indexOf(filter) * 0.28;
    const mag = peak + offset + (t < 0 ? (t / 9) ** 2 * 0.9 : t / 14) + (next() - 0.5) * 0.12;
    const limit = 20.4 + next() * 0.5;
    const err = 0.02 + 0.16 * 10 ** (0.4 * (mag - 20.3));
    const flux = 10 ** (-0.4 * (mag - 23.9));
    const fluxerr = 10 ** (-0.4 * (limit + 1.75 - 23.9));
    const base = { id: newId(), mjd: mjdNow - 18 + t + 0.01, filter, instrument_id: 1, instrument_name: kind === "sim" ? "LSSTCam" : "ZTF", magsys: "ab", zp: 23.9, groups: [], created_at: iso(-3600) };
    if (mag < limit) points.push({ ...base, mag, magerr: err, limiting_mag: limit, flux, fluxerr: Math.max(fluxerr, flux * 0.02), snr: flux / fluxerr, origin: "alert" });
    else points.push({ ...base, mag: null, magerr: null, limiting_mag: limit, flux: next() > 0.4 ? (next() - 0.4) * 3 * fluxerr : null, fluxerr, snr: null, origin: next() > 0.5 ? "forced" : "alert" });
  }
  return points;
}

const names = ["ZTF18abxhyqv", "ZTF25aaqzmkt", "SIM-sn-000017", "ZTF25abfkwqp", "SIM-ml-000004", "ZTF25aaxyzab", "313853499177402374", "SIM-var-000031", "ZTF24aboplmn", "SIM-ast-000009", "ZTF25acqwert", "ZTF20aajnksq"];
export const objects = new Map();
export const photometry = new Map();
export function addObject(id, seed) {
  const next = random(seed);
  const simulated = id.startsWith("SIM");
  const points = curve(seed + 3, simulated ? "sim" : "ztf", id.includes("ast") ? 3 : 30 + Math.floor(next() * 50));
  photometry.set(id, points);
  const detections = points.filter((p) => p.mag !== null);
  const last = detections.at(-1);
  const [ra, dec] = id.includes("ml") ? [268.9 + next(), -29.3 + next()] : [next() * 360, next() * 70 - 25];
  objects.set(id, {
    id, ra, dec, created_at: iso(-9000), altdata: simulated ? { simulated: true, alert_tense: "test" } : {}, score: next(), origin: simulated ? "drill" : "ztf", alias: id.startsWith("313") ? ["LSST-AP-DO-" + id.slice(-6)] : null,
    thumbnails: ["new", "ref", "sub"].map((type, k) => ({ id: seed * 10 + k, type, public_url: seed % 7 === 3 && type === "ref" ? null : `/api/thumbnail/${seed * 10 + k}/image` })),
    photstats: [{ id: seed, num_det_global: detections.length, last_detected_mag: last?.mag ?? null, last_detected_filter: last?.filter ?? null, last_detected_mjd: last?.mjd ?? null, first_detected_mjd: detections[0]?.mjd ?? null }],
    annotations: [{ id: seed, origin: simulated ? "lsst" : "ztf", data: simulated ? { reliability: next(), nDiaSources: detections.length, extendedness: next(), ssObjectReassocTime: null } : { rb: 0.6 + 0.4 * next(), drb: 0.8 + 0.2 * next(), sgscore1: next(), distpsnr1: 3 * next(), ndethist: detections.length, ncovhist: 240, classtar: next(), ssdistnr: -999, fid: 1, programid: 1, jdstarthist: 2460000.5 } }, ...(simulated ? [] : [{ id: seed + 500, origin: "fink", data: { rf_snia_vs_nonia: next(), snn_sn_vs_all: next(), cdsxmatch: "Unknown" } }])],
    classifications: [], comments: [], groups: [], tags: [],
  });
}
names.forEach((name, index) => addObject(name, index + 11));
const saved = objects.get("ZTF18abxhyqv");
saved.groups = [{ ...groups[0], active: true, saved_at: iso(-7200), saved_by: { id: 5, username: "demo-scanner" } }];
saved.classifications = [{ id: 1, obj_id: saved.id, classification: "Ia", taxonomy_id: 1, probability: 0.85, author_name: "demo-scanner", created_at: iso(-5400) }];
saved.comments = [{ id: 1, text: "Rising fast, blue, in the outskirts of a spiral. Worth a spectrum before the Moon gets close.", created_at: iso(-5200), author: { username: "demo-pi" }, groups: [groups[0]] }];

export const telescopes = [["coj", "Sim Siding Spring (coj)"], ["cpt", "Sim Sutherland (cpt)"], ["lsc", "Sim Cerro Tololo (lsc)"]];
export const allocation = telescopes.map(([site, name], k) => ({ id: k + 1, pi: "demo-pi", proposal_id: `DEMO2026-00${k + 1}`, hours_allocated: 20, group_id: 2, instrument_id: k + 5, instrument: { id: k + 5, name: `Sinistro ${site}`, filters: ["sdssu", "sdssg", "sdssr", "sdssi", "ps1::z"], telescope: { id: k + 2, name, nickname: site } } }));
const common = { filters: ["sdssu", "sdssg", "sdssr", "sdssi", "ps1::z"], group_id: 2 };
export const facilities = () => [
  { allocation_id: 1, ...common, facility: "LCO", site: "coj", telescope: telescopes[0][1], instrument: "Sinistro", open: false, why: "Closed since 21:40 UTC: cloud cover 92 %.", is_night: true, checked_at: iso(-40) },
  { allocation_id: 2, ...common, facility: "LCO", site: "cpt", telescope: telescopes[1][1], instrument: "Sinistro", open: true, why: "Clear, seeing 1.1″, next twilight in 5 h.", is_night: true, checked_at: iso(-35) },
  { allocation_id: 3, ...common, facility: "LCO", site: "lsc", telescope: telescopes[2][1], instrument: "Sinistro", open: null, why: "The site has not answered for 12 minutes.", is_night: false, checked_at: iso(-760) },
];

const attempt = (id, k, state, extra) => ({ id, facility: "LCO", site: telescopes[k][0], telescope: telescopes[k][1], instrument: "1M0-SCICAM-SINISTRO", allocation_id: k + 1, followup_request_id: id, state, detail: null, reason: null, request_id: String(418000 + id), created_at: iso(-5000 + id), submitted_at: iso(-4990), accepted_at: iso(-4980), ended_at: null, ...extra });
export const triggers = [
  { id: 1, obj_id: "ZTF18abxhyqv", group_id: 2, state: "completed", filters: [{ filter: "sdssg", exposure_time_s: 60, exposures: 2 }, { filter: "sdssr", exposure_time_s: 60, exposures: 2 }], deadline: iso(60000), priority: 4, telescopes_wanted: 1, note: "Colour before maximum, please.", why: "Sim Sutherland (cpt) delivered 4 points.", requester: { id: 5, username: "demo-scanner" }, created_at: iso(-5200), modified: iso(-900), attempts: [attempt(1, 0, "failed", { reason: "The site closed for cloud (92 %) before the first exposure.", detail: "WINDOW_EXPIRED", ended_at: iso(-3000) }), attempt(2, 1, "completed", { reason: "4 of 4 exposures delivered.", created_at: iso(-2990), submitted_at: iso(-2980), accepted_at: iso(-2970), ended_at: iso(-900) })], history: [{ at: iso(-5200), attempt_id: null, from_state: null, to_state: "wanted", why: "Asked for by demo-scanner.", by: { id: 5, username: "demo-scanner" } }, { at: iso(-5190), attempt_id: null, from_state: "wanted", to_state: "routing", why: "Three telescopes may be asked.", by: null }, { at: iso(-5000), attempt_id: 1, from_state: "planned", to_state: "submitting", why: "Best airmass (1.2) and open.", by: null }, { at: iso(-3000), attempt_id: 1, from_state: "accepted", to_state: "failed", why: "Cloud.", by: null }, { at: iso(-900), attempt_id: 2, from_state: "observing", to_state: "completed", why: null, by: null }] },
  { id: 2, obj_id: "SIM-ml-000004", group_id: 3, state: "active", filters: [{ filter: "sdssi", exposure_time_s: 120, exposures: 3 }], deadline: iso(7200), priority: 5, telescopes_wanted: 2, note: null, why: "Observing at Sim Sutherland (cpt).", requester: { id: 6, username: "demo-pi" }, created_at: iso(-2000), modified: iso(-100), attempts: [attempt(3, 2, "rejected", { reason: "The target is below 30° until 03:10 UTC at this site.", ended_at: iso(-1900), accepted_at: null, detail: "Request validation: visibility" }), attempt(4, 1, "observing", { created_at: iso(-1800), submitted_at: iso(-1790), accepted_at: iso(-1780) })], history: [] },
  { id: 3, obj_id: "ZTF25aaqzmkt", group_id: 2, state: "wanted", filters: [{ filter: "sdssr", exposure_time_s: 90, exposures: 1 }], deadline: iso(80000), priority: 2, telescopes_wanted: 1, note: null, why: "Every telescope is closed; looking again in 5 min.", requester: { id: 5, username: "demo-scanner" }, created_at: iso(-300), modified: iso(-30), attempts: [], history: [] },
  { id: 4, obj_id: "ZTF24aboplmn", group_id: 2, state: "expired", filters: [{ filter: "sdssr", exposure_time_s: 90, exposures: 1 }], deadline: iso(-8000), priority: 1, telescopes_wanted: 1, note: null, why: "The deadline passed before any site opened.", requester: { id: 5, username: "demo-scanner" }, created_at: iso(-90000), modified: iso(-8000), attempts: [], history: [] },
];

export const policies = [{ id: 1, name: "Demo 1 m network", holder_id: 2, holder: "Demo Transients", created_at: iso(-900000), versions: [{ id: 2, version: 2, summary: "The group that triggered sees the data at once.\nDemo Partner sees them after 1 day.\nEverybody sees them after 7 days.\nUsing them in a publication before they are public requires a co-authorship offer to the holder; afterwards an acknowledgement.", document: {}, created_at: iso(-90000) }, { id: 1, version: 1, summary: "The group that triggered sees the data at once.\nEverybody sees them after 30 days.", document: {}, created_at: iso(-900000) }], attachments: [1, 2, 3].map((k) => ({ id: k, allocation_id: k, instrument_id: null, stream_id: null, group_id: null })) }];
export const releases = [
  { id: 1, policy_version_id: 2, policy: "Demo 1 m network v2", night: "2026-11-21", holder_id: 2, holder: "Demo Transients", group_id: 4, group: "Demo Partner", due_at: iso(80000), done_at: null, n_rows: 4 },
  { id: 2, policy_version_id: 2, policy: "Demo 1 m network v2", night: "2026-11-21", holder_id: 2, holder: "Demo Transients", group_id: 1, group: "Sitewide Group", due_at: iso(600000), done_at: null, n_rows: 4 },
  { id: 3, policy_version_id: 1, policy: "Demo 1 m network v1", night: null, holder_id: 2, holder: "Demo Transients", group_id: 4, group: "Demo Partner", due_at: iso(-90000), done_at: iso(-89990), n_rows: 12 },
];
const owes = (id, kind, required, text) => ({ id, publication_id: 1, creditor_id: 2, creditor: "Demo Transients", debtor_id: 3, debtor: "Demo Microlensing", publication: "A fast-rising Ia", stage: "idea", open: true, reason: null, modified: iso(0), policy_version_id: 2, policy: "Demo 1 m network v2", kind, text, required, state: "open", n_rows: 4, next: kind === "coauthorship" ? { offered: "debtor", waived: "creditor" } : { notified: "debtor", waived: "creditor" } });
export const publications = [{ id: 1, title: "A fast-rising Ia in the outskirts of a spiral", kind: "paper", stage: "idea", next_stages: ["announced", "withdrawn"], obj_ids: ["ZTF18abxhyqv"], lead_id: 5, group_id: 3, group: "Demo Microlensing", modified: iso(-600), created_at: iso(-600), obligations: [owes(1, "coauthorship", true, "Offer co-authorship to two people named by the holder before submission."), owes(2, "acknowledge", true, "“Based on data from the Demo 1 m network.”"), owes(3, "notify", false, "Tell the holder when a draft circulates.")] }];
export const runs = [
  { id: 2, source: "Simulated LSST night", started_at: iso(-1200), ended_at: null, n_read: 4210, n_decoded: 4210, n_passed: 61, n_saved: 61, n_duplicates: 0, n_quarantined: 0, reasons: {} },
  { id: 1, source: "/data/ztf_public_20180601.tar.gz", started_at: iso(-8000), ended_at: iso(-7960), n_read: 9103, n_decoded: 9098, n_passed: 402, n_saved: 398, n_duplicates: 3120, n_quarantined: 5, reasons: { "truncated Avro block": 3, "schema 0.9 is not known": 2 } },
];
export const quarantine = [{ id: 1, run_id: 1, source: "ztf_public_20180601.tar.gz", position: "member 4411", code: "truncated", reason: "The Avro block ends 112 bytes before its stated length.", quarantined_at: iso(-7980) }, { id: 2, run_id: 1, source: "ztf_public_20180601.tar.gz", position: "member 7012", code: "unknown_schema", reason: "Packets of schema 0.9 are not known; versions 1.1 to 4.02 are.", quarantined_at: iso(-7970) }];
export const sysinfo = { version: "0.1.0", python: "3.11.2", database: { version: "PostgreSQL 16.4", size_mb: 212 }, processes: { web: "up 2 h", ingest: "up 2 h", followup: "up 2 h" } };
