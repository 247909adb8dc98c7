/** Small choices that a person makes once per browser: plot mode, groups to save to, what was vetted. */
import { useCallback, useSyncExternalStore } from "react";

const PREFIX = "skyrelay:";
const listeners = new Set<() => void>();
const cache = new Map<string, { raw: string | null; value: unknown }>();

function stored(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    // Storage can be switched off; then a choice lasts as long as the page.
    return null;
  }
}

function read<T>(key: string, fallback: T): T {
  const raw = stored(key);
  const known = cache.get(key);
  if (known && known.raw === raw) return known.value as T;
  let value: unknown = fallback;
  if (raw !== null) {
    try {
      value = JSON.parse(raw);
    } catch {
      value = fallback;
    }
  }
  cache.set(key, { raw, value });
  return value as T;
}

function write(key: string, value: unknown): void {
  const raw = JSON.stringify(value);
  try {
    localStorage.setItem(PREFIX + key, raw);
    cache.set(key, { raw, value });
  } catch {
    cache.set(key, { raw: null, value });
  }
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreference<T>(key: string, fallback: T): [T, (value: T) => void] {
  const value = useSyncExternalStore(subscribe, () => read(key, fallback));
  const set = useCallback((next: T) => write(key, next), [key]);
  return [value, set];
}
