/** Releases, publications and obligations as the API answers them. */

import type { components } from "../api/schema";

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

export type Obligation = components["schemas"]["ObligationView"];
export type Publication = components["schemas"]["PublicationAnswer"] & { obligations?: Obligation[] };

export interface NewPublication { title: string; kind: string; obj_ids: string[]; group_id: number }
