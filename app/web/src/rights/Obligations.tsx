/** What a publication owes: to whom, for what, under which version of which policy. */
import { Box, Stack, Typography } from "@mui/material";
import { Award, BellRing, Handshake, KeyRound, type LucideIcon, Quote, ScrollText } from "lucide-react";

import type { Obligation } from "./types";

const KINDS: Record<string, { icon: LucideIcon; label: string }> = {
  permission: { icon: KeyRound, label: "Permission" },
  coauthorship: { icon: Handshake, label: "Co-authorship offer" },
  coauthorship_offer: { icon: Handshake, label: "Co-authorship offer" },
  coauthor_offer: { icon: Handshake, label: "Co-authorship offer" },
  notice: { icon: BellRing, label: "Notice" },
  notify: { icon: BellRing, label: "Notice" },
  acknowledgement: { icon: Award, label: "Acknowledgement" },
  acknowledge: { icon: Award, label: "Acknowledgement" },
  citation: { icon: Quote, label: "Citation" },
  cite: { icon: Quote, label: "Citation" },
};

function kindOf(kind: string): { icon: LucideIcon; label: string } {
  return KINDS[kind] ?? { icon: ScrollText, label: kind.replaceAll("_", " ") };
}

export function policyText(row: { policy_name?: string | null; policy_version?: number | null; policy_version_id: number }): string {
  if (row.policy_name) return row.policy_version == null ? row.policy_name : `${row.policy_name}, version ${row.policy_version}`;
  return `policy version ${row.policy_version_id}`;
}

export function Obligations({ obligations, perspective = "debtor" }: { obligations: readonly Obligation[]; perspective?: "debtor" | "creditor" }) {
  if (obligations.length === 0) {
    return <Typography data-testid="obligations" data-count={0} sx={{ color: "text.secondary", fontSize: "0.86rem" }}>It owes nothing: no data on it carry a sharing policy with terms of use.</Typography>;
  }
  const ordered = [...obligations].sort((a, b) => Number(b.required) - Number(a.required) || a.id - b.id);
  return (
    <Box component="ul" data-testid="obligations" data-count={obligations.length} sx={{ listStyle: "none", m: 0, p: 0 }}>
      {ordered.map((obligation) => <ObligationRow key={obligation.id} obligation={obligation} perspective={perspective} />)}
    </Box>
  );
}

function ObligationRow({ obligation, perspective }: { obligation: Obligation; perspective: "debtor" | "creditor" }) {
  const { icon: Icon, label } = kindOf(obligation.kind);
  const creditor = obligation.creditor?.name ?? `group ${obligation.creditor_id}`;
  return (
    <Box component="li" data-testid="obligation" data-kind={obligation.kind} data-state={obligation.state} sx={{ display: "grid", gridTemplateColumns: "26px minmax(0,1fr)", gap: 1, py: 1, borderTop: 1, borderColor: "divider", "&:first-of-type": { borderTop: 0 } }}>
      <Box sx={{ color: obligation.required ? "primary.main" : "text.secondary", pt: 0.25 }}><Icon size={18} aria-hidden="true" /></Box>
      <Box>
        <Stack direction="row" sx={{ gap: 1, alignItems: "baseline", flexWrap: "wrap" }}>
          <Typography component="span" sx={{ fontWeight: 650, fontSize: "0.9rem" }}>{label}{perspective === "debtor" && <> to <span data-testid="obligation-creditor">{creditor}</span></>}</Typography>
          <Typography component="span" sx={{ fontSize: "0.76rem", color: obligation.required ? "warning.main" : "text.secondary", fontWeight: 600 }}>{obligation.required ? "required" : "asked for"} · {obligation.state.replaceAll("_", " ")}</Typography>
        </Stack>
        {obligation.text && <Typography sx={{ fontSize: "0.86rem" }}>{obligation.text}</Typography>}
        <Typography sx={{ fontSize: "0.77rem", color: "text.secondary" }} data-testid="obligation-policy">{policyText(obligation)} · {obligation.n_rows} data {obligation.n_rows === 1 ? "point" : "points"}</Typography>
      </Box>
    </Box>
  );
}
