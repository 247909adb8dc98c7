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

export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
