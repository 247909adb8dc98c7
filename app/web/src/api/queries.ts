/** React-query hooks: what the pages ask for, under the keys that live messages make stale. */
import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { ApiError, get, post, type QueryValue, remove } from "./client";
import type {
  Allocation, AlertFilter, Annotation, Candidate, CandidatesPage, Classification, Comment, Facility, Group, GroupsAnswer,
  NewTrigger, PhotometryPoint, Profile, Source, SourcesPage, Stream, Taxonomy, Trigger, TriggersPage,
} from "./types";

const path = (id: string): string => encodeURIComponent(id);
/** What seldom changes within a night. */
const SLOW_MS = 5 * 60_000;

export const useProfile = () =>
  useQuery({ queryKey: ["profile"], queryFn: ({ signal }) => get<Profile>("/api/internal/profile", undefined, signal), staleTime: SLOW_MS });

export const useGroups = () =>
  useQuery({ queryKey: ["groups"], queryFn: ({ signal }) => get<GroupsAnswer>("/api/groups", undefined, signal), staleTime: SLOW_MS });

/** The group that everybody is in: never a default, since what it is given everybody can read. */
const usePublicGroup = () =>
  useQuery({ queryKey: ["groups", "public"], queryFn: ({ signal }) => get<{ id: number } | null>("/api/groups/public", undefined, signal), staleTime: SLOW_MS });

/** The groups that I work in, the group of everybody last; empty while loading. */
export function useMyGroups(): { groups: Group[]; publicId: number | null } {
  const lists = useGroups();
  const publicId = usePublicGroup().data?.id ?? null;
  const groups = (lists.data?.user_groups ?? []).filter((group) => !group.single_user_group);
  return { groups: [...groups.filter((group) => group.id !== publicId), ...groups.filter((group) => group.id === publicId)], publicId };
}

export const useFilters = () =>
  useQuery({ queryKey: ["filters"], queryFn: ({ signal }) => get<AlertFilter[]>("/api/filters", undefined, signal), staleTime: SLOW_MS });

export const useStreams = () =>
  useQuery({ queryKey: ["streams"], queryFn: ({ signal }) => get<Stream[]>("/api/streams", undefined, signal), staleTime: SLOW_MS });

export const useTaxonomies = () =>
  useQuery({ queryKey: ["taxonomies"], queryFn: ({ signal }) => get<Taxonomy[]>("/api/taxonomy", undefined, signal), staleTime: SLOW_MS });

export const useAllocations = () =>
  useQuery({ queryKey: ["allocations"], queryFn: ({ signal }) => get<Allocation[]>("/api/allocation", undefined, signal), staleTime: SLOW_MS });

export interface CandidateQuery {
  savedStatus: string;
  startDate: string | null;
  groupIDs: readonly number[];
  numPerPage: number;
}

export const useCandidates = (query: CandidateQuery) =>
  useQuery({
    queryKey: ["candidates", query],
    queryFn: ({ signal }) =>
      get<CandidatesPage>("/api/candidates", query as unknown as Record<string, QueryValue>, signal),
    placeholderData: keepPreviousData,
  });

export const useCandidate = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ["candidates", "one", id],
    queryFn: ({ signal }) => get<Candidate>(`/api/candidates/${path(id)}`, undefined, signal),
    enabled,
  });

export const useSources = (query: Record<string, QueryValue>) =>
  useQuery({
    queryKey: ["sources", query],
    queryFn: ({ signal }) => get<SourcesPage>("/api/sources", query, signal),
    placeholderData: keepPreviousData,
  });

export const useSource = (id: string) =>
  useQuery({
    queryKey: ["source", id],
    queryFn: ({ signal }) => get<Source>(`/api/sources/${path(id)}`, { includeThumbnails: true, includeDetectionStats: true }, signal),
    retry: (count, error) => !(error instanceof ApiError && error.status === 404) && count < 2,
  });

export const photometryOptions = (id: string) =>
  queryOptions({
    queryKey: ["photometry", id],
    queryFn: ({ signal }) => get<PhotometryPoint[]>(`/api/sources/${path(id)}/photometry`, { format: "both" }, signal),
  });
export const usePhotometry = (id: string) => useQuery(photometryOptions(id));

export const useClassifications = (id: string) =>
  useQuery({
    queryKey: ["classifications", id],
    queryFn: ({ signal }) => get<Classification[]>(`/api/sources/${path(id)}/classifications`, undefined, signal),
  });

export const useComments = (id: string) =>
  useQuery({ queryKey: ["comments", id], queryFn: ({ signal }) => get<Comment[]>(`/api/sources/${path(id)}/comments`, undefined, signal) });

export const useAnnotations = (id: string) =>
  useQuery({ queryKey: ["annotations", id], queryFn: ({ signal }) => get<Annotation[]>(`/api/sources/${path(id)}/annotations`, undefined, signal) });

export const useTriggers = (query: Record<string, QueryValue>) =>
  useQuery({
    queryKey: ["triggers", query],
    queryFn: ({ signal }) => get<TriggersPage>("/api/triggers", query, signal),
    placeholderData: keepPreviousData,
    // The websocket announces changes; this is the net under it.
    refetchInterval: 60_000,
  });

export const useFacilities = () =>
  useQuery({ queryKey: ["facilities"], queryFn: ({ signal }) => get<Facility[]>("/api/facilities", undefined, signal), refetchInterval: 60_000 });

/** A mutation that makes the named queries stale when it has succeeded. */
function useChange<In, Out>(change: (input: In) => Promise<Out>, stale: (input: In) => readonly (readonly unknown[])[]) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (_out, input) => Promise.all(stale(input).map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

export const useSaveSource = () =>
  useChange(
    (input: { id: string; group_ids: number[] }) => post<{ id: string }>("/api/sources", input),
    ({ id }) => [["candidates"], ["source", id], ["sources"]],
  );

export const useClassify = () =>
  useChange(
    (input: { obj_id: string; classification: string; taxonomy_id: number; probability: number; group_ids?: number[] }) =>
      post<{ classification_id: number }>("/api/classification", input),
    ({ obj_id }) => [["classifications", obj_id], ["source", obj_id], ["candidates"]],
  );

/** A vote for or against a classification; 0 takes one's own back. */
export const useVote = (objId: string) =>
  useChange(
    ({ id, vote }: { id: number; vote: 1 | -1 | 0 }) => (vote === 0 ? remove<unknown>(`/api/classification/votes/${id}`) : post<unknown>(`/api/classification/votes/${id}`, { vote })),
    () => [["classifications", objId]],
  );

export const usePostComment = (objId: string) =>
  useChange(
    (input: { text: string; group_ids?: number[]; attachment?: { name: string; body: string } }) => post<{ comment_id: number }>(`/api/sources/${path(objId)}/comments`, input),
    () => [["comments", objId]],
  );

export const usePostTrigger = () =>
  useChange((input: NewTrigger) => post<Trigger>("/api/triggers", input), () => [["triggers"]]);

export const useCancelTrigger = () =>
  useChange(
    (input: { id: number; reason: string }) => post<Trigger>(`/api/triggers/${input.id}/cancel`, { reason: input.reason }),
    () => [["triggers"]],
  );
