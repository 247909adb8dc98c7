/**
 * The websocket says "this changed"; the pages fetch again.
 *
 * What a message means for what is on the screen is decided by pure functions, so that it can be tested without a socket.
 */
import type { QueryKey } from "@tanstack/react-query";

export interface LiveMessage {
  id: number;
  kind: string;
  at: string;
  obj_id: string | null;
  trigger_id: number | null;
}

export type LiveStatus = "connecting" | "live" | "offline";

function optionalString(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function optionalNumber(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

/** A message of the socket, or null for a keep-alive or anything else that does not name a change. */
export function parseMessage(text: string): LiveMessage | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const fields = value as Record<string, unknown>;
  const kind = optionalString(fields["kind"]);
  if (!kind?.includes(".")) return null;
  return {
    id: optionalNumber(fields["id"]) ?? 0,
    kind,
    at: optionalString(fields["at"]) ?? "",
    obj_id: optionalString(fields["obj_id"]),
    trigger_id: optionalNumber(fields["trigger_id"]),
  };
}

/** The queries that a change makes stale. Keys are prefixes: `["triggers"]` covers every list of triggers. */
export function staleQueries(message: LiveMessage): QueryKey[] {
  const obj = message.obj_id;
  switch (message.kind) {
    case "candidate.new":
      return [["candidates"], ...(obj ? [["source", obj]] : [])];
    case "photometry.new":
      return obj ? [["photometry", obj], ["source", obj], ["releases"], ["publications"]] : [["photometry"]];
    case "classification.new":
      return obj ? [["classifications", obj], ["source", obj], ["candidates"]] : [["classifications"]];
    case "comment.new":
      return [obj ? ["comments", obj] : ["comments"], ["notifications"]];
    case "spectrum.new":
      return [obj ? ["spectra", obj] : ["spectra"]];
    case "tag.new":
      return [obj ? ["tags", obj] : ["tags"]];
    case "analysis.done":
    case "sharing.submission":
      return [["errands"], ["notifications"]];
    case "group.admission":
      return [["groups"], ["notifications"]];
    case "source.saved":
      return [...(obj ? [["source", obj]] : []), ["sources"], ["candidates"]];
    case "trigger.changed":
      return [["triggers"], ...(message.trigger_id === null ? [] : [["trigger", message.trigger_id]]), ["facilities"]];
    case "publication.changed":
    case "obligation.changed":
      return [["publications"]];
    case "release.done":
      return [["releases"], ["publications"], ...(obj ? [["photometry", obj], ["source", obj]] : [["photometry"]])];
    default:
      return [];
  }
}

/** Messages come in bursts (a page of alerts, a night's photometry); each stale key is fetched once per burst. */
export function mergeStale(keys: readonly QueryKey[]): QueryKey[] {
  const seen = new Map<string, QueryKey>();
  for (const key of keys) seen.set(JSON.stringify(key), key);
  return [...seen.values()];
}

/** Waits between attempts to connect, in milliseconds: doubling from 1 s to 30 s. */
export function reconnectDelayMs(attempt: number): number {
  return Math.min(30_000, 1_000 * 2 ** Math.min(attempt, 10));
}

export interface LiveHandlers {
  onMessage: (message: LiveMessage) => void;
  onStatus: (status: LiveStatus) => void;
  /** The socket is back after it was lost, and may not have told everything of the meantime. */
  onResume: () => void;
  /** The portal no longer knows who this is. */
  onUnauthorised: () => void;
}

/** The close code that says that the session is over. */
export const UNAUTHORISED_CLOSE = 4401;

/** Where the reader is in the stream of events after this text: the socket greets with it, and each event moves it on. */
export function placeAfter(text: string, place: number | null): number | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return place;
  }
  const fields = (value ?? {}) as { id?: unknown; after?: unknown };
  const next = optionalNumber(fields.id) ?? optionalNumber(fields.after);
  return next === null ? place : Math.max(next, place ?? 0);
}

/** Keep a socket to `/api/live` open until the returned function is called. */
export function connectLive(url: string, handlers: LiveHandlers): () => void {
  let socket: WebSocket | null = null;
  let attempt = 0;
  let stopped = false;
  let wasOpen = false;
  let place: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const open = (): void => {
    handlers.onStatus(wasOpen ? "offline" : "connecting");
    socket = new WebSocket(place === null ? url : `${url}?after=${place}`);
    socket.onopen = () => {
      attempt = 0;
      handlers.onStatus("live");
      if (wasOpen) handlers.onResume();
      wasOpen = true;
    };
    socket.onmessage = (event: MessageEvent) => {
      if (typeof event.data !== "string") return;
      place = placeAfter(event.data, place);
      const message = parseMessage(event.data);
      if (message) handlers.onMessage(message);
    };
    socket.onclose = (event: CloseEvent) => {
      if (stopped) return;
      if (event.code === UNAUTHORISED_CLOSE) {
        handlers.onUnauthorised();
        return;
      }
      handlers.onStatus("offline");
      timer = setTimeout(open, reconnectDelayMs(attempt));
      attempt += 1;
    };
  };
  open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    socket?.close();
  };
}
