import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { ApiError, get, post, remove } from "../api/client";
import type { components } from "../api/schema";
import type { PolicyDocument, Template } from "./document";

type Schemas = components["schemas"];
export type Policy = Schemas["PolicyAnswer"];
export type Attachment = Schemas["AttachmentAnswer"];
export type Preview = Schemas["PreviewAnswer"];
export interface Thing { allocation_id?: number; instrument_id?: number; stream_id?: number; group_id?: number }

const SLOW_MS = 5 * 60_000;

export const usePolicies = () =>
  useQuery({ queryKey: ["policies"], queryFn: ({ signal }) => get<Policy[]>("/api/policies", undefined, signal) });

export const useTemplates = () =>
  useQuery({ queryKey: ["policies", "templates"], queryFn: ({ signal }) => get<Template[]>("/api/policies/templates", undefined, signal), staleTime: SLOW_MS });

export const usePolicy = (id: number) =>
  useQuery({ queryKey: ["policies", "one", id], queryFn: ({ signal }) => get<Policy>(`/api/policies/${id}`, undefined, signal), enabled: id > 0 });

/** What changes between two versions, in sentences. */
export const useDifferences = (id: number, from: number | null, to: number | null) =>
  useQuery({
    queryKey: ["policies", "differences", id, from, to],
    queryFn: ({ signal }) => get<string[]>(`/api/policies/${id}/differences`, { from, to }, signal),
    enabled: from !== null && to !== null && from !== to,
    placeholderData: keepPreviousData,
  });

/** What a draft says; a draft that is at fault answers with the fault, and is not asked again until it changes. */
export const usePreview = (body: { document: PolicyDocument } & Record<string, unknown>) =>
  useQuery({
    queryKey: ["policies", "preview", JSON.stringify(body)],
    queryFn: () => post<Preview>("/api/policies/preview", body),
    placeholderData: keepPreviousData,
    retry: (count, error) => !(error instanceof ApiError && error.status >= 400) && count < 2,
    staleTime: SLOW_MS,
  });

/** A template with its places filled, as a document to go on from. */
export const useFillTemplate = () =>
  useMutation({ mutationFn: ({ name, ...filling }: { name: string } & Schemas["FillBody"]) => post<Preview>(`/api/policies/templates/${encodeURIComponent(name)}`, filling) });

function usePolicyChange<In, Out>(change: (input: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ["policies"] }) });
}

export const useCreatePolicy = () => usePolicyChange((input: { name: string; group_id: number; document: PolicyDocument }) => post<Policy>("/api/policies", input));

export const useAddVersion = (id: number) => usePolicyChange((input: { document: PolicyDocument; why: string | null }) => post<Policy>(`/api/policies/${id}/versions`, input));

export const useAttach = (id: number) => usePolicyChange((input: Thing) => post<Attachment>(`/api/policies/${id}/attachments`, input));

export const useDetach = (id: number) => usePolicyChange((attachmentId: number) => remove<null>(`/api/policies/${id}/attachments/${attachmentId}`));
