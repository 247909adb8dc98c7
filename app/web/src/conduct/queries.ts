import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { call, get, post } from "../api/client";
import type { components } from "../api/schema";

type Schemas = components["schemas"];
export type Entry = Schemas["EntryView"];
export type Ledger = Schemas["Ledger"];
export type Rule = Schemas["RuleAnswer"];
export type Member = Schemas["Member"];

export const useEntries = (collaborationId: number | null) =>
  useQuery({ queryKey: ["conduct", "entries", collaborationId], enabled: collaborationId !== null, queryFn: ({ signal }) => get<Schemas["EntriesPage"]>("/api/conduct", { collaboration_id: collaborationId, numPerPage: 200 }, signal) });
export const useEntry = (id: number, on: boolean) => useQuery({ queryKey: ["conduct", "entry", id], enabled: on, queryFn: ({ signal }) => get<Schemas["EntryWithEvidence"]>(`/api/conduct/${id}`, undefined, signal) });
export const useLedger = (groupId: number | null) => useQuery({ queryKey: ["conduct", "settings", groupId], enabled: groupId !== null, retry: false, queryFn: ({ signal }) => get<Ledger>(`/api/conduct/settings/${groupId ?? 0}`, undefined, signal) });
export const useRules = () => useQuery({ queryKey: ["conduct", "rules"], queryFn: ({ signal }) => get<Rule[]>("/api/conduct/rules", undefined, signal), staleTime: 300_000 });
export const useMembers = () => useQuery({ queryKey: ["conduct", "members"], queryFn: ({ signal }) => get<Member[]>("/api/conduct/members", undefined, signal) });
export const useScores = (collaborationId: number | null, on: boolean) => useQuery({ queryKey: ["conduct", "scores", collaborationId], enabled: on && collaborationId !== null, retry: false, queryFn: ({ signal }) => get<Schemas["Scores"]>("/api/conduct/scores", { collaboration_id: collaborationId }, signal) });
export const useEffects = (groupId: number | null) => useQuery({ queryKey: ["conduct", "effects", groupId], enabled: groupId !== null, retry: false, queryFn: ({ signal }) => get<Schemas["Effect"][]>("/api/conduct/effects", { group_id: groupId }, signal) });

function useChange<In, Out>(change: (input: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ["conduct"] }) });
}

export const useAppeal = (id: number) => useChange((reason: string) => post<unknown>(`/api/conduct/${id}/appeal`, { reason }));
export const useReview = (id: number) => useChange((body: { verdict: string; why: string }) => post<unknown>(`/api/conduct/${id}/review`, body));
export const useJoin = () => useChange((body: { collaboration_id: number; group_id: number }) => post<Member>("/api/conduct/members", body));
/** The ledger's settings as a whole: a rule that is not named is off. */
export const useKeep = (groupId: number) => useChange((body: Record<string, unknown>) => call<Ledger>(`/api/conduct/settings/${groupId}`, { method: "PUT", body }));
