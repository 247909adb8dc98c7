import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { get, post } from "../api/client";
import type { NewPublication, Obligation, Policy, Publication, Release } from "./types";

export const usePolicies = () =>
  useQuery({ queryKey: ["policies"], queryFn: ({ signal }) => get<Policy[]>("/api/policies", undefined, signal) });

export const usePolicy = (id: number) =>
  useQuery({ queryKey: ["policies", id], queryFn: ({ signal }) => get<Policy>(`/api/policies/${id}`, undefined, signal) });

export const useReleases = (objId?: string) =>
  useQuery({ queryKey: ["releases", objId ?? "all"], queryFn: ({ signal }) => get<Release[]>("/api/releases", { obj_id: objId }, signal), refetchInterval: 60_000 });

export const usePublications = (objId?: string) =>
  useQuery({ queryKey: ["publications", objId ?? "all"], queryFn: ({ signal }) => get<Publication[]>("/api/publications", { obj_id: objId }, signal) });

export const usePublication = (id: number) =>
  useQuery({ queryKey: ["publications", "one", id], queryFn: ({ signal }) => get<Publication>(`/api/publications/${id}`, undefined, signal) });

export const useObligations = () =>
  useQuery({ queryKey: ["publications", "obligations"], queryFn: ({ signal }) => get<Obligation[]>("/api/obligations", undefined, signal) });

export function useOpenPublication() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: NewPublication) => post<Publication>("/api/publications", input),
    onSuccess: () => client.invalidateQueries({ queryKey: ["publications"] }),
  });
}
