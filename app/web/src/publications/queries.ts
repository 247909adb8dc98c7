import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { call, get, post } from "../api/client";
import type { components } from "../api/schema";

type Schemas = components["schemas"];
export type Step = Schemas["StepAnswer"];
export type Person = Schemas["PersonAnswer"];
export type Author = Schemas["AuthorAnswer"];
export type Overlap = Schemas["OverlapView"];
export type DataSet = Schemas["DataSetAnswer"];

const part = <T,>(id: number, name: string, path: string) => ({ queryKey: ["publications", "one", id, name], queryFn: ({ signal }: { signal: AbortSignal }) => get<T>(`/api/publications/${id}/${path}`, undefined, signal) });

export const useSteps = (id: number) => useQuery(part<Step[]>(id, "check", "check"));
export const usePeople = (id: number) => useQuery(part<Person[]>(id, "people", "people"));
export const useAuthors = (id: number) => useQuery(part<Author[]>(id, "authors", "authors"));
export const useProposed = (id: number, on: boolean) => useQuery({ ...part<Author[]>(id, "proposed", "authors/proposed"), enabled: on });
export const useOverlaps = (id: number) => useQuery({ queryKey: ["publications", "one", id, "overlaps"], queryFn: ({ signal }) => get<Overlap[]>("/api/publications/overlaps", { publication_id: id }, signal) });

/** Frozen data sets; asked again every second while one is being made. */
export const useDataSets = (id: number) =>
  useQuery({ ...part<DataSet[]>(id, "data", "data_sets"), refetchInterval: ({ state }) => (state.data?.some((each) => each.state === "waiting" || each.state === "making") ? 1000 : false) });

/** Somebody's name, for the few ids that a publication has. */
export const usePersonName = (id: number | null) =>
  useQuery({
    queryKey: ["user", id], enabled: id !== null, staleTime: 300_000, retry: false,
    queryFn: async ({ signal }) => {
      const user = await get<{ username: string; first_name?: string | null; last_name?: string | null }>(`/api/user/${id ?? 0}`, undefined, signal);
      return [user.first_name, user.last_name].filter(Boolean).join(" ") || user.username;
    },
  }).data ?? (id === null ? "somebody without an account" : `user ${id}`);

export function usePart<In, Out>(id: number, change: (input: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: id > 0 ? ["publications"] : [] }) });
}

export const useReply = (id: number) => usePart(id, (reply: "accepted" | "declined" | "left") => post<Person>(`/api/publications/${id}/people/me`, { reply }));
export const useOpt = (id: number) => usePart(id, (authorship: "opted_in" | "opted_out") => post<Person>(`/api/publications/${id}/authors/me`, { authorship }));
export const useTakeAuthors = (id: number) => usePart(id, (userIds: readonly number[]) => call<Author[]>(`/api/publications/${id}/authors`, { method: "PUT", body: { authors: userIds.map((user_id) => ({ user_id })), order: "leads_contribution" } }));
export const useFreeze = (id: number) => usePart(id, (name: string) => post<DataSet>(`/api/publications/${id}/data_sets`, { name }));
export const useOverride = () => usePart(1, ({ id, reason }: { id: number; reason: string }) => post<unknown>(`/api/obligations/${id}/override`, { reason }));
