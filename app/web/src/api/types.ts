/** The shapes of the API's answers that the dashboard reads. SkyPortal's own shapes keep SkyPortal's names. */

export interface Group {
  id: number;
  name: string;
  nickname?: string | null;
  description?: string | null;
  single_user_group?: boolean;
  streams?: Stream[] | null;
  filters?: AlertFilter[] | null;
  users?: GroupMember[] | null;
  group_users?: { id: number; user_id?: number | null; admin?: boolean | null; can_save?: boolean | null; user?: { username?: string } | null }[] | null;
  active?: boolean | null;
  requested?: boolean | null;
  saved_at?: string | null;
  saved_by?: { username: string } | null;
}

export interface GroupMember {
  id: number;
  username?: string | null;
  first_name?: string | null;
  last_name?: string | null;
  admin?: boolean | null;
  can_save?: boolean | null;
}

export interface Stream { id: number; name: string; altdata?: Record<string, unknown> | null }
export interface AlertFilter {
  id: number;
  name?: string | null;
  stream_id?: number | null;
  group_id?: number | null;
  altdata?: Record<string, unknown> | null;
  stream?: { name?: string } | null;
}

export interface GroupsAnswer { user_groups: Group[]; user_accessible_groups: Group[]; all_groups?: Group[] | null }

export interface Profile {
  id: number | null;
  username: string;
  first_name?: string | null;
  last_name?: string | null;
  affiliations: string[];
  contact_email?: string | null;
  roles?: string[];
  permissions?: string[];
  acls?: string[];
  streams: Stream[];
}

export interface Thumbnail { id: number; type?: string | null; public_url?: string | null; origin?: string | null; survey?: string | null; created_at?: string | null }

export interface Annotation { id: number; origin?: string | null; data: Record<string, unknown>; created_at?: string | null }

export interface Classification {
  id: number;
  obj_id: string;
  classification: string;
  taxonomy_id: number;
  probability?: number | null;
  author_name?: string | null;
  created_at?: string | null;
  ml?: boolean | null;
  origin?: string | null;
  groups?: Group[] | null;
  votes?: { voter_id: number; vote: number }[] | null;
}

export interface Comment {
  id: number;
  text?: string | null;
  attachment_name?: string | null;
  created_at?: string | null;
  bot?: boolean | null;
  author?: { username?: string; first_name?: string | null; last_name?: string | null } | null;
  groups?: Group[] | null;
}

export interface PhotStat {
  num_det_global?: number | null;
  num_obs_global?: number | null;
  first_detected_mjd?: number | null;
  last_detected_mjd?: number | null;
  last_detected_mag?: number | null;
  last_detected_filter?: string | null;
  peak_mag_global?: number | null;
}

export interface Obj {
  id: string;
  ra?: number | null;
  dec?: number | null;
  gal_lat?: number | null;
  gal_lon?: number | null;
  score?: number | null;
  origin?: string | null;
  alias?: string[] | null;
  redshift?: number | null;
  altdata?: Record<string, unknown> | null;
  mpc_name?: string | null;
  is_roid?: boolean | null;
  created_at?: string | null;
  thumbnails?: Thumbnail[] | null;
  photstats?: PhotStat[] | null;
  annotations?: Annotation[] | null;
  classifications?: Classification[] | null;
}

export interface Candidate extends Obj {
  is_source?: boolean | number | null;
  saved_groups?: Group[] | null;
  passing_group_ids?: number[] | null;
  filter_ids?: number[] | null;
  passing_alerts?: { filter_id?: number | null; passed_at?: string | null }[] | null;
  last_detected_at?: string | null;
}

export interface CandidatesPage { candidates: Candidate[]; totalMatches?: number | null; pageNumber: number; numPerPage: number; queryID?: string | null }

export interface Source extends Obj { groups?: Group[] | null; comments?: Comment[] | null; first_detected?: string | null; last_detected?: string | null; tags?: { name?: string }[] }
export interface SourcesPage { sources: Source[]; totalMatches: number; pageNumber: number; numPerPage: number }

export interface PhotometryPoint {
  id: number;
  obj_id?: string | null;
  mjd?: number | null;
  filter?: string | null;
  instrument_name?: string | null;
  instrument?: string | null;
  origin?: string | null;
  altdata?: Record<string, unknown> | string | null;
  snr?: number | null;
  mag?: number | null;
  magerr?: number | null;
  limiting_mag?: number | null;
  flux?: number | null;
  fluxerr?: number | null;
  zp?: number | null;
  magtot?: number | null;
  e_magtot?: number | null;
}

export interface TaxonomyNode { class?: string; subclasses?: TaxonomyNode[]; other?: string[]; comments?: string }
export interface Taxonomy { id: number; name?: string | null; version?: string | null; isLatest?: boolean | null; hierarchy?: TaxonomyNode | null }

export interface Telescope { id: number; name?: string | null; nickname?: string | null }
export interface Instrument { id: number; name?: string | null; filters: string[]; telescope?: Telescope | null }
export interface Allocation {
  id: number;
  pi?: string | null;
  proposal_id?: string | null;
  hours_allocated?: number | null;
  group_id?: number | null;
  instrument_id?: number | null;
  instrument?: Instrument | null;
  telescope?: Telescope | null;
}

export interface Facility {
  allocation_id: number;
  facility: string;
  site: string | null;
  telescope: string;
  instrument: string;
  filters: string[];
  group_id: number;
  open: boolean | null;
  why: string;
  is_night: boolean | null;
  checked_at: string | null;
}

export type TriggerState = "wanted" | "routing" | "active" | "completed" | "failed" | "cancelled" | "expired";
export type AttemptState = "planned" | "submitting" | "accepted" | "observing" | "completed" | "rejected" | "failed" | "cancelled" | "expired";

export interface TriggerFilter { filter: string; exposure_time_s: number; exposures: number }

export interface Attempt {
  id: number;
  facility: string;
  site: string | null;
  telescope: string | null;
  instrument: string | null;
  allocation_id: number;
  followup_request_id: number | null;
  state: AttemptState;
  detail: string | null;
  reason: string | null;
  request_id: string | null;
  created_at: string;
  submitted_at: string | null;
  accepted_at: string | null;
  ended_at: string | null;
}

export interface TriggerEvent { at: string; attempt_id: number | null; from_state: string | null; to_state: string; why: string | null; by: { id: number; username: string } | null }

export interface Trigger {
  id: number;
  obj_id: string;
  group_id: number;
  state: TriggerState;
  filters: TriggerFilter[];
  deadline: string;
  priority: number;
  telescopes_wanted: number;
  note: string | null;
  why: string | null;
  requester: { id: number; username: string } | null;
  created_at: string;
  modified: string;
  attempts: Attempt[];
  history: TriggerEvent[];
}

export interface TriggersPage { triggers: Trigger[]; totalMatches: number; pageNumber: number; numPerPage: number }

export interface NewTrigger {
  obj_id: string;
  group_id: number;
  filters: TriggerFilter[];
  deadline: string;
  priority: number;
  allocation_ids: number[];
  telescopes_wanted: number;
  note: string;
}

export interface ApiToken { id: string; name?: string | null; created_at?: string | null; acls: { id?: string }[] }
