/** What a publication owes: to whom, for what, under which version of which policy, and what can be done about it. */
import { Box, Stack, Typography } from "@mui/material";
import { Award, BellRing, Handshake, KeyRound, type LucideIcon, ScrollText } from "lucide-react";

import { ObligationSteps } from "./ObligationSteps";
import type { Obligation } from "./types";

const KINDS: Record<string, { icon: LucideIcon; label: string }> = {
  permission: { icon: KeyRound, label: "Permission" },
  coauthorship: { icon: Handshake, label: "Co-authorship offer" },
  notify: { icon: BellRing, label: "Notice" },
  acknowledge: { icon: Award, label: "Acknowledgement" },
};

function kindOf(kind: string): { icon: LucideIcon; label: string } {
  return KINDS[kind] ?? { icon: ScrollText, label: kind.replaceAll("_", " ") };
}

function stateOf(obligation: Obligation): { text: string; colour: string } {
  const state = obligation.state.replaceAll("_", " ");
  if (!obligation.open) return { text: `settled: ${state}`, colour: "success.main" };
  return { text: `${obligation.required ? "required" : "asked for"} · ${state}`, colour: obligation.required ? "warning.main" : "text.secondary" };
}

interface Props {
  obligations: readonly Obligation[];
  /** Whose view it is: the debtor's names the creditor, the creditor's names the publication. */
  perspective?: "debtor" | "creditor";
}

export function Obligations({ obligations, perspective = "debtor" }: Props) {
  if (obligations.length === 0) {
    return <Typography data-testid="obligations" data-count={0} sx={{ color: "text.secondary", fontSize: "0.86rem" }}>It owes nothing: none of the data on it carry a policy with terms of use.</Typography>;
  }
  return (
    <Box component="ul" data-testid="obligations" data-count={obligations.length} sx={{ listStyle: "none", m: 0, p: 0 }}>
      {obligations.map((obligation) => <ObligationRow key={obligation.id} obligation={obligation} perspective={perspective} />)}
    </Box>
  );
}

function ObligationRow({ obligation, perspective }: { obligation: Obligation; perspective: "debtor" | "creditor" }) {
  const { icon: Icon, label } = kindOf(obligation.kind);
  const state = stateOf(obligation);
  const creditor = obligation.creditor ?? "a group that you cannot see";
  return (
    <Box component="li" data-testid="obligation" data-kind={obligation.kind} data-state={obligation.state} sx={{ display: "grid", gridTemplateColumns: "26px minmax(0,1fr)", gap: 1, py: 1, borderTop: 1, borderColor: "divider", "&:first-of-type": { borderTop: 0 } }}>
      <Box sx={{ color: obligation.required && obligation.open ? "primary.main" : "text.secondary", pt: 0.25 }}><Icon size={18} aria-hidden="true" /></Box>
      <Box>
        <Stack direction="row" sx={{ gap: 1, alignItems: "baseline", flexWrap: "wrap" }}>
          <Typography component="span" sx={{ fontWeight: 650, fontSize: "0.9rem" }}>
            {label} {perspective === "debtor" ? <>to <span data-testid="obligation-creditor">{creditor}</span></> : <>from {obligation.debtor ?? "a group that you cannot see"}</>}
          </Typography>
          <Typography component="span" sx={{ fontSize: "0.76rem", color: state.colour, fontWeight: 600 }}>{state.text}</Typography>
        </Stack>
        {perspective === "creditor" && <Typography sx={{ fontSize: "0.82rem", fontStyle: "italic" }}>“{obligation.publication}”, {obligation.stage}</Typography>}
        {obligation.text && <Typography sx={{ fontSize: "0.86rem" }}>{obligation.text}</Typography>}
        {obligation.reason && <Typography sx={{ fontSize: "0.82rem", fontStyle: "italic", color: "text.secondary" }}>“{obligation.reason}”</Typography>}
        <Typography sx={{ fontSize: "0.77rem", color: "text.secondary" }} data-testid="obligation-policy">{obligation.policy} · {obligation.n_rows} data {obligation.n_rows === 1 ? "point" : "points"}</Typography>
        <ObligationSteps obligation={obligation} />
      </Box>
    </Box>
  );
}
