/** A request as it was filled in: its address, its body, and how it is sent. */
import type { Operation, Parameter } from "./description";

export type Values = Record<string, string>;

export interface Asked { method: string; url: string; body: string | null }

/** How a value is written into a field of the form. */
export function written(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.join(",");
  return typeof value === "string" ? value : JSON.stringify(value);
}

export const place = (parameter: Parameter): string => `${parameter.in}:${parameter.name}`;

/** What the form starts with: the examples of the description. */
export function startingValues(operation: Operation): Values {
  return Object.fromEntries(operation.parameters.map((parameter) => [place(parameter), written(parameter.example)]));
}

export const startingBody = (operation: Operation): string => {
  if (!operation.body) return "";
  return JSON.stringify(operation.body.examples[0]?.value ?? {}, null, 2);
};

/** The names of what must be filled in and is not. */
export function missing(operation: Operation, values: Values): string[] {
  return operation.parameters.filter((p) => p.required && !values[place(p)]?.trim()).map((p) => p.name);
}

export function request(operation: Operation, values: Values, body: string, origin: string): Asked {
  let path = operation.path;
  const query = new URLSearchParams();
  for (const parameter of operation.parameters) {
    const value = values[place(parameter)]?.trim() ?? "";
    if (parameter.in === "path") path = path.replace(`{${parameter.name}}`, encodeURIComponent(value));
    else if (value) query.append(parameter.name, value);
  }
  const asked = query.toString();
  return { method: operation.method, url: `${origin}${path}${asked ? `?${asked}` : ""}`, body: operation.body ? body : null };
}

/** What is wrong with a body as JSON, in the browser's words; null if nothing is. */
export function badJson(body: string): string | null {
  try {
    JSON.parse(body);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : "This is not JSON.";
  }
}

/** Sent as oneself by the session's cookie, or, if a token was pasted, by that alone. */
export function sending(asked: Asked, token: string): RequestInit {
  const pasted = token.trim().replace(/^token\s+/i, "");
  return {
    method: asked.method,
    credentials: pasted ? "omit" : "same-origin",
    headers: {
      ...(pasted ? { Authorization: `token ${pasted}` } : {}),
      ...(asked.method === "GET" ? {} : { "X-Skyrelay": "1" }),
      ...(asked.body === null ? {} : { "Content-Type": "application/json" }),
    },
    body: asked.body,
  };
}

export interface Received { status: number; statusText: string; ms: number; bytes: number; contentType: string; text: string | null; blob: Blob; name: string | null }

const READABLE = /json|^text\//;

export async function send(asked: Asked, token: string): Promise<Received> {
  const start = performance.now();
  const response = await fetch(asked.url, sending(asked, token));
  const blob = await response.blob();
  const contentType = response.headers.get("Content-Type") ?? "";
  return {
    status: response.status,
    statusText: response.statusText,
    ms: performance.now() - start,
    bytes: blob.size,
    contentType,
    text: READABLE.test(contentType) ? pretty(await blob.text()) : null,
    blob,
    name: /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? null,
  };
}

/**
 * JSON broken into lines, or (`step` 0) on one line, as text: numbers beyond 2^53, such as HEALPix indices, would lose
 * their last digits if it were parsed. What is no JSON stays as it is.
 */
export function pretty(text: string, step = 2): string {
  if (badJson(text) !== null) return text;
  let depth = 0;
  let out = "";
  const line = (): string => (step > 0 ? `\n${" ".repeat(depth * step)}` : "");
  for (const token of text.match(/"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^\s[\]{}:,"]+/g) ?? []) {
    if (token === "}" || token === "]") {
      depth -= 1;
      out = /[[{]\s*$/.test(out) ? out.trimEnd() : out + line();
    }
    out += token;
    if (token === "{" || token === "[") depth += 1;
    if (token === "{" || token === "[" || token === ",") out += line();
    else if (token === ":" && step > 0) out += " ";
  }
  return out;
}
