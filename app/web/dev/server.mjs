// A portal made of fixtures: the built dashboard, the API's shapes, and live messages. For development only.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

import * as data from "./data.mjs";
import { stamp } from "./png.mjs";

const PORT = Number(process.env.PORT ?? 5055);
const DIST = join(import.meta.dirname, "..", "dist");
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const CSP = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const sockets = new Set();
let loggedIn = process.env.LOGGED_IN !== "0";
let tokens = [{ id: "b7f0", name: "nightly-export", created_at: data.iso(-400000), acls: [{ id: "Upload data" }] }];

function broadcast(kind, fields = {}) {
  const payload = Buffer.from(JSON.stringify({ id: data.newId(), kind, at: data.iso(0), obj_id: null, trigger_id: null, ...fields }));
  const head = payload.length < 126 ? Buffer.from([0x81, payload.length]) : Buffer.from([0x81, 126, payload.length >> 8, payload.length & 255]);
  for (const socket of sockets) socket.write(Buffer.concat([head, payload]));
}

const asCandidate = (o) => ({ ...o, is_source: o.groups.length > 0, saved_groups: o.groups, passing_group_ids: [2], filter_ids: [o.id.includes("ml") ? 2 : 1], passing_alerts: [{ filter_id: 1, passed_at: data.iso(-3000) }] });
const page = (name, rows, n = 100) => ({ [name]: rows.slice(0, n), totalMatches: rows.length, pageNumber: 1, numPerPage: n });
class Missing extends Error {}
const object = (id) => data.objects.get(id) ?? (() => { throw new Missing(`No source ${id} that you can see.`); })();

const GET = [
  [/^\/api\/internal\/profile$/, () => data.profile],
  [/^\/api\/groups$/, () => ({ user_groups: data.groups, user_accessible_groups: [...data.groups, data.partner], all_groups: null })],
  [/^\/api\/groups\/public$/, () => ({ id: 1 })],
  [/^\/api\/groups\/(\d+)$/, (id) => data.groups.find((g) => g.id === Number(id))],
  [/^\/api\/filters$/, () => data.groups.flatMap((g) => g.filters)],
  [/^\/api\/streams$/, () => data.groups[0].streams],
  [/^\/api\/taxonomy$/, () => data.taxonomy],
  [/^\/api\/allocation$/, () => data.allocation],
  [/^\/api\/facilities$/, () => data.facilities()],
  [/^\/api\/candidates$/, () => page("candidates", [...data.objects.values()].reverse().map(asCandidate), 200)],
  [/^\/api\/sources$/, () => page("sources", [...data.objects.values()].filter((o) => o.groups.length > 0))],
  [/^\/api\/sources\/([^/]+)$/, object],
  [/^\/api\/sources\/([^/]+)\/photometry$/, (id) => data.photometry.get(object(id).id)],
  [/^\/api\/sources\/([^/]+)\/(classifications|comments|annotations)$/, (id, what) => object(id)[what]],
  [/^\/api\/triggers$/, (query) => page("triggers", data.triggers.filter((t) => !query.get("obj_id") || t.obj_id === query.get("obj_id")))],
  [/^\/api\/policies$/, () => data.policies],
  [/^\/api\/policies\/(\d+)$/, () => data.policies[0]],
  [/^\/api\/releases$/, () => data.releases],
  [/^\/api\/publications$/, () => data.publications],
  [/^\/api\/publications\/(\d+)$/, (id) => data.publications.find((p) => p.id === Number(id))],
  [/^\/api\/obligations$/, () => data.publications.flatMap((p) => p.obligations)],
  [/^\/api\/ingest\/runs$/, () => data.runs],
  [/^\/api\/ingest\/quarantine$/, () => data.quarantine],
  [/^\/api\/sysinfo$/, () => data.sysinfo],
  [/^\/api\/internal\/tokens$/, () => tokens],
];

function startTrigger(body) {
  const trigger = { ...body, id: data.newId(), state: "routing", why: "Choosing among the telescopes.", requester: { id: 5, username: "demo-scanner" }, created_at: data.iso(0), modified: data.iso(0), attempts: [], history: [] };
  data.triggers.unshift(trigger);
  const [first, second] = data.telescopes;
  const attempt = ([site, name], state) => ({ id: data.newId(), facility: "LCO", site, telescope: name, instrument: "Sinistro", allocation_id: 1, followup_request_id: 1, state, detail: null, reason: null, request_id: "418100", created_at: data.iso(0), submitted_at: data.iso(0), accepted_at: null, ended_at: null });
  const steps = [
    () => { trigger.state = "active"; trigger.attempts.push(attempt(first, "accepted")); },
    () => Object.assign(trigger.attempts[0], { state: "failed", reason: "The site closed for cloud (92 %).", ended_at: data.iso(0) }),
    () => trigger.attempts.push(attempt(second, "observing")),
    () => { Object.assign(trigger.attempts[1], { state: "completed", reason: "All exposures delivered.", ended_at: data.iso(0) }); trigger.state = "completed"; trigger.why = "Delivered."; },
  ];
  steps.forEach((step, k) => setTimeout(() => {
    step();
    broadcast("trigger.changed", { trigger_id: trigger.id, obj_id: body.obj_id });
    if (k !== steps.length - 1) return;
    const points = data.photometry.get(body.obj_id);
    for (const { filter } of body.filters) points.push({ id: data.newId(), mjd: Date.now() / 86_400_000 + 40587, filter, instrument_name: "Sinistro cpt", mag: 18.4, magerr: 0.03, limiting_mag: 21, flux: 158, fluxerr: 4.4, zp: 23.9, origin: "followup", groups: [] });
    broadcast("photometry.new", { obj_id: body.obj_id });
  }, 1200 * (k + 1)));
  return trigger;
}

const POST = [
  [/^\/api\/login$/, (body) => { if (body.password !== "demo") throw Object.assign(new Error("The user name or the password is wrong."), { status: 401 }); loggedIn = true; return {}; }],
  [/^\/api\/logout$/, () => { loggedIn = false; return {}; }],
  [/^\/api\/sources$/, (body) => { object(body.id).groups = data.groups.filter((g) => body.group_ids.includes(g.id)).map((g) => ({ ...g, active: true })); broadcast("source.saved", { obj_id: body.id }); return { id: body.id }; }],
  [/^\/api\/classification$/, (body) => { object(body.obj_id).classifications.push({ ...body, id: data.newId(), author_name: "demo-scanner", created_at: data.iso(0) }); return { classification_id: 1 }; }],
  [/^\/api\/sources\/([^/]+)\/comments$/, (id, body) => { object(id).comments.push({ id: data.newId(), text: body.text, created_at: data.iso(0), author: { username: "demo-scanner" } }); return { comment_id: 1 }; }],
  [/^\/api\/triggers$/, startTrigger],
  [/^\/api\/triggers\/(\d+)\/cancel$/, (id, body) => Object.assign(data.triggers.find((t) => t.id === Number(id)), { state: "cancelled", why: body.reason })],
  [/^\/api\/publications$/, (body) => { const made = { ...data.publications[0], ...body, id: data.newId(), created_at: data.iso(0) }; data.publications.unshift(made); return made; }],
  [/^\/api\/internal\/tokens$/, (body) => { const id = "9f2c61d0-5a7e"; tokens = [...tokens, { id, name: body.name, created_at: data.iso(0), acls: body.acls.map((acl) => ({ id: acl })) }]; return { token_id: id }; }],
  [/^\/dev\/candidate$/, () => { const id = `SIM-sn-${data.newId()}`; data.addObject(id, data.newId()); broadcast("candidate.new", { obj_id: id }); return { id }; }],
];

function route(table, pathname, ...rest) {
  for (const [pattern, answer] of table) {
    const match = pattern.exec(pathname);
    if (match) return answer(...match.slice(1).map(decodeURIComponent), ...rest);
  }
  throw Object.assign(new Error("Invalid API endpoint"), { status: 400 });
}

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return parts.length ? JSON.parse(Buffer.concat(parts).toString()) : {};
}

function answer(response, status, message, payload) {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify({ status: status < 400 ? "success" : "error", message, data: payload, version: "fixtures" }));
}

async function file(response, pathname) {
  const name = extname(pathname) ? normalize(pathname) : "/index.html";
  response.writeHead(200, { "Content-Type": TYPES[extname(name)] ?? "application/octet-stream", "Content-Security-Policy": CSP });
  response.end(await readFile(join(DIST, name)));
}

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  try {
    const thumbnail = /^\/api\/thumbnail\/(\d+)\/image$/.exec(pathname);
    if (thumbnail) {
      response.writeHead(200, { "Content-Type": "image/png" });
      const id = Number(thumbnail[1]);
      return response.end(stamp(Math.floor(id / 10), ["new", "ref", "sub"][id % 10]));
    }
    if (!pathname.startsWith("/api/") && !pathname.startsWith("/dev/")) return await file(response, pathname);
    if (!loggedIn && pathname !== "/api/login") return answer(response, 401, "Log in first.", { code: "unauthorised" });
    if (request.method === "GET") return answer(response, 200, "", route(GET, pathname, searchParams));
    if (request.method === "DELETE") { tokens = tokens.filter((token) => !pathname.endsWith(token.id)); return answer(response, 200, "", {}); }
    return answer(response, 200, "", route(POST, pathname, await bodyOf(request)));
  } catch (error) {
    const status = error instanceof Missing || error.code === "ENOENT" ? 404 : (error.status ?? 500);
    return answer(response, status, error.message, { code: status === 404 ? "not_found" : "error" });
  }
});

server.on("upgrade", (request, socket) => {
  const accept = createHash("sha1").update(`${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  sockets.add(socket);
  socket.on("close", () => sockets.delete(socket));
  socket.on("error", () => sockets.delete(socket));
  socket.on("data", () => undefined);
});
server.listen(PORT, "127.0.0.1", () => console.log(`Fixtures on http://127.0.0.1:${PORT}/ (password: demo)`));
