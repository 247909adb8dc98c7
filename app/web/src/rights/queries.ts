import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { get, post } from "../api/client";
import type { NewPublication, Obligation, Publication, Release, Side } from "./types";

export const useReleases = (objId?: string) =>
  useQuery({ queryKey: ["releases", objId ?? "all"], queryFn: ({ signal }) => get<Release[]>("/api/releases", { obj_id: objId }, signal), refetchInterval: 60_000 });

export const usePublications = (objId?: string) =>
  useQuery({ queryKey: ["publications", objId ?? "all"], queryFn: ({ signal }) => get<Publication[]>("/api/publications", { obj_id: objId }, signal) });

export const usePublication = (id: number) =>
  useQuery({ queryKey: ["publications", "one", id], queryFn: ({ signal }) => get<Publication>(`/api/publications/${id}`, undefined, signal) });

/** `owe`: what my groups owe; `owed`: what others owe them; all of both where no side is named. */
export const useObligations = (side?: "owe" | "owed") =>
  useQuery({ queryKey: ["publications", "obligations", side ?? "both"], queryFn: ({ signal }) => get<Obligation[]>("/api/obligations", { side }, signal) });

function usePublicationChange<In, Out>(change: (input: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ["publications"] }) });
}

export const useOpenPublication = () => usePublicationChange((input: NewPublication) => post<Publication>("/api/publications", input));

export const useSetStage = () =>
  usePublicationChange((input: { id: number; stage: string; why?: string }) =>
    post<Publication>(`/api/publications/${input.id}/stage`, { stage: input.stage, ...(input.why ? { why: input.why } : {}) }),
  );

export const useSetObligation = () =>
  usePublicationChange((input: { id: number; state: string; reason?: string }) =>
    post<Obligation>(`/api/obligations/${input.id}/state`, { state: input.state, ...(input.reason ? { reason: input.reason } : {}) }),
  );

/** What of an obligation the caller may change, given their groups. */
export function stepsFor(obligation: Pick<Obligation, "next" | "debtor_id" | "creditor_id">, myGroupIds: ReadonlySet<number>): string[] {
  const mine = (side: Side): boolean => myGroupIds.has(side === "debtor" ? obligation.debtor_id : obligation.creditor_id);
  return Object.entries(obligation.next).filter(([, side]) => mine(side)).map(([state]) => state);
}
