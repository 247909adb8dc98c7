/** Policies, releases, publications and obligations as the API answers them. */

export interface Named { id: number; name: string }

export interface PolicyVersion { id: number; version: number; summary: string; document: Record<string, unknown>; created_at: string }
export interface PolicyAttachment { id: number; allocation_id: number | null; instrument_id: number | null; stream_id: number | null; group_id: number | null }
export interface Policy {
  id: number;
  name: string;
  holder_id: number;
  holder?: Named | null;
  created_at: string;
  versions?: PolicyVersion[];
  attachments?: PolicyAttachment[];
}

export interface Release {
  id: number;
  policy_version_id: number;
  policy_name?: string | null;
  policy_version?: number | null;
  holder_id: number;
  holder?: Named | null;
  group_id: number;
  group?: Named | null;
  due_at: string;
  done_at: string | null;
  n_rows: number | null;
}

export type Stage = string;

export interface Obligation {
  id: number;
  publication_id: number;
  creditor_id: number;
  creditor?: Named | null;
  policy_version_id: number;
  policy_name?: string | null;
  policy_version?: number | null;
  kind: string;
  text: string;
  required: boolean;
  state: string;
  n_rows: number;
}

export interface Publication {
  id: number;
  title: string;
  kind: string;
  stage: Stage;
  obj_ids: string[];
  lead_id: number;
  lead?: { id: number; username: string } | null;
  holder_id: number;
  holder?: Named | null;
  created_at: string;
  obligations?: Obligation[];
}

export interface NewPublication { title: string; kind: string; obj_ids: string[]; group_id: number }
