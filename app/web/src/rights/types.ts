/** Releases, publications and obligations as the API answers them. */

/** Names of groups that the reader may not know of are null. */
export interface Release {
  id: number;
  policy_version_id: number;
  policy: string;
  holder_id: number;
  holder: string | null;
  group_id: number;
  group: string | null;
  night: string | null;
  due_at: string | null;
  waits_for: string | null;
  done_at: string | null;
  n_rows: number | null;
}

export type Side = "debtor" | "creditor";

export interface Obligation {
  id: number;
  publication_id: number;
  publication: string;
  stage: string;
  debtor_id: number;
  debtor: string | null;
  creditor_id: number;
  creditor: string | null;
  policy_version_id: number;
  policy: string;
  kind: string;
  text: string;
  required: boolean;
  state: string;
  open: boolean;
  reason: string | null;
  n_rows: number;
  /** The states that it can go to, and which side may do that. */
  next: Record<string, Side>;
  modified: string;
}

export interface Publication {
  id: number;
  title: string;
  kind: string;
  stage: string;
  next_stages: string[];
  obj_ids: string[];
  group_id: number;
  group: string | null;
  lead_id: number;
  created_at: string;
  modified: string;
  obligations?: Obligation[];
}

export interface NewPublication { title: string; kind: string; obj_ids: string[]; group_id: number }
