export interface IngestRun {
  id: number;
  source: string;
  stream?: string | null;
  started_at: string;
  ended_at: string | null;
  n_read: number;
  n_decoded: number;
  n_passed: number;
  n_saved: number;
  n_duplicates: number;
  n_quarantined: number;
  reasons: Record<string, number>;
}

export interface QuarantinedPacket { id: number; run_id: number; source: string; position: string; code: string; reason: string; quarantined_at: string; replayed_at?: string | null }

/** The API answers a list, alone or as a page's only list. */
export function rowsOf<T>(data: T[] | Record<string, unknown>): T[] {
  if (Array.isArray(data)) return data;
  const list = Object.values(data).find((value) => Array.isArray(value));
  return (list ?? []) as T[];
}
