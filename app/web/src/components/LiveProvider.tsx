/** One websocket for the whole dashboard: marks what has changed as stale, and tells the pages that listen. */
import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";

import { connectLive, type LiveMessage, type LiveStatus, mergeStale, staleQueries } from "../api/live";

type Listener = (message: LiveMessage) => void;

interface Live {
  status: LiveStatus;
  lastAt: Date | null;
  listen: (listener: Listener) => () => void;
}

const LiveContext = createContext<Live>({ status: "connecting", lastAt: null, listen: () => () => undefined });

/** Changes of one burst are fetched together. */
const BURST_MS = 250;

export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const listeners = useRef(new Set<Listener>());
  const [status, setStatus] = useState<LiveStatus>("connecting");
  const [lastAt, setLastAt] = useState<Date | null>(null);

  useEffect(() => {
    let pending: QueryKey[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = (): void => {
      const keys = mergeStale(pending);
      pending = [];
      timer = undefined;
      for (const queryKey of keys) void queries.invalidateQueries({ queryKey });
      setLastAt(new Date());
    };
    const scheme = window.location.protocol === "https:" ? "wss:" : "ws:";
    const close = connectLive(`${scheme}//${window.location.host}/api/live`, {
      onStatus: setStatus,
      onUnauthorised: () => void queries.invalidateQueries({ queryKey: ["profile"] }),
      onResume: () => void queries.invalidateQueries(),
      onMessage: (message) => {
        pending.push(...staleQueries(message));
        timer ??= setTimeout(flush, BURST_MS);
        listeners.current.forEach((listener) => listener(message));
      },
    });
    return () => {
      clearTimeout(timer);
      close();
    };
  }, [queries]);

  const live = useMemo<Live>(
    () => ({
      status,
      lastAt,
      listen: (listener) => {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [status, lastAt],
  );
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>;
}

export const useLive = (): Live => useContext(LiveContext);

/** Call `handler` for each live message while the component is mounted. */
export function useLiveMessages(handler: Listener): void {
  const { listen } = useLive();
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => listen((message) => latest.current(message)), [listen]);
}
