/** The one way in which the dashboard talks to the portal: SkyPortal's envelope over `fetch`, with a time-out. */

const TIMEOUT_MS = 30_000;

export class ApiError extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly code: string,
    readonly field: string | null = null,
    /** What the portal sent beside the sentence. */
    readonly data: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = "ApiError";
  }
}

export type QueryValue = string | number | boolean | readonly (string | number)[] | null | undefined;

interface Envelope { status?: string; message?: string; data?: unknown }

interface CallOptions {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  query?: Record<string, QueryValue>;
  body?: unknown;
  signal?: AbortSignal;
}

/** Called when the portal says that nobody is logged in. */
let onUnauthorised: () => void = () => undefined;
export function setUnauthorisedHandler(handler: () => void): void {
  onUnauthorised = handler;
}

/** Lists are sent as SkyPortal reads them, `1,2,3`; empty values are left out. */
export function queryString(query: Record<string, QueryValue> = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === "") continue;
    if (Array.isArray(value)) {
      if (value.length > 0) params.set(name, value.join(","));
    } else params.set(name, String(value));
  }
  const text = params.toString();
  return text ? `?${text}` : "";
}

function errorOf(status: number, envelope: Envelope | null): ApiError {
  const data = (envelope?.data ?? {}) as Record<string, unknown> & { code?: unknown; field?: unknown };
  const fallback = status >= 500 ? "The portal could not answer. Try again in a moment." : "The portal refused this request.";
  return new ApiError(
    envelope?.message ?? fallback,
    status,
    typeof data.code === "string" ? data.code : `http_${status}`,
    typeof data.field === "string" ? data.field : null,
    data,
  );
}

async function send(path: string, options: CallOptions): Promise<Response> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const mutating = options.method !== undefined && options.method !== "GET";
  try {
    return await fetch(path + queryString(options.query), {
      method: options.method ?? "GET",
      credentials: "same-origin",
      headers: {
        Accept: "application/json",
        // A page of another origin cannot set this header, so a cookie alone changes nothing.
        ...(mutating ? { "X-Skyrelay": "1" } : {}),
        ...(options.body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      body: options.body === undefined ? null : JSON.stringify(options.body),
      signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    const sentence = timeout.aborted
      ? `The portal did not answer within ${TIMEOUT_MS / 1000} seconds. Try again.`
      : "The portal cannot be reached. Is it running, and are you online?";
    throw new ApiError(sentence, 0, timeout.aborted ? "timeout" : "unreachable");
  }
}

/** Ask the portal and return the envelope's `data`; throws :class:`ApiError` with the portal's own sentence. */
export async function call<T>(path: string, options: CallOptions = {}): Promise<T> {
  const response = await send(path, options);
  const envelope = (await response.json().catch(() => null)) as Envelope | null;
  if (response.status === 401 && !path.startsWith("/api/login")) onUnauthorised();
  if (!response.ok || envelope?.status === "error") throw errorOf(response.status, envelope);
  return (envelope?.data ?? null) as T;
}

export const get = <T>(path: string, query?: Record<string, QueryValue>, signal?: AbortSignal): Promise<T> =>
  call<T>(path, { ...(query ? { query } : {}), ...(signal ? { signal } : {}) });
export const post = <T>(path: string, body: unknown = {}): Promise<T> => call<T>(path, { method: "POST", body });
export const remove = <T>(path: string): Promise<T> => call<T>(path, { method: "DELETE" });
