/** What a publication owes: to whom, for what, under which version of which policy, and what can be done about it. */
import { Box, Stack, Typography } from "@mui/material";
import { Award, BellRing, Handshake, Hourglass, KeyRound, type LucideIcon, Quote, ScrollText } from "lucide-react";
import { Link } from "react-router";

import { TimeText } from "../components/TimeText";

import { ObligationSteps } from "./ObligationSteps";
import type { Obligation } from "./types";

const KINDS: Record<string, { icon: LucideIcon; label: string }> = {
  permission: { icon: KeyRound, label: "Permission" },
  coauthorship: { icon: Handshake, label: "Co-authorship offer" },
  notify: { icon: BellRing, label: "Notice" },
  acknowledge: { icon: Award, label: "Acknowledgement" },
  cite: { icon: Quote, label: "Citation" },
  stage: { icon: Hourglass, label: "Leave to go further" },
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
  /** Whose view it is: the debtor's names the creditor, the creditor's the publication, on one's own page both. */
  perspective?: "debtor" | "creditor" | "mine";
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

function ObligationRow({ obligation, perspective }: { obligation: Obligation; perspective: "debtor" | "creditor" | "mine" }) {
  const { icon: Icon, label } = kindOf(obligation.kind);
  const state = stateOf(obligation);
  const creditor = obligation.creditor ?? "a group that you cannot see";
  return (
    <Box component="li" data-testid="obligation" data-kind={obligation.kind} data-state={obligation.state} sx={{ display: "grid", gridTemplateColumns: "26px minmax(0,1fr)", gap: 1, py: 1, borderTop: 1, borderColor: "divider", "&:first-of-type": { borderTop: 0 } }}>
      <Box sx={{ color: obligation.required && obligation.open ? "primary.main" : "text.secondary", pt: 0.25 }}><Icon size={18} aria-hidden="true" /></Box>
      <Box>
        <Stack direction="row" sx={{ gap: 1, alignItems: "baseline", flexWrap: "wrap" }}>
          <Typography component="span" sx={{ fontWeight: 650, fontSize: "0.9rem" }}>
            {label} {perspective !== "creditor" ? <>to <span data-testid="obligation-creditor">{creditor}</span></> : <>from {obligation.debtor ?? "a group that you cannot see"}</>}
          </Typography>
          <Typography component="span" sx={{ fontSize: "0.76rem", color: state.colour, fontWeight: 600 }}>{state.text}</Typography>
        </Stack>
        {perspective !== "debtor" && <Typography sx={{ fontSize: "0.82rem" }}><Box component={Link} to={`/publications/${obligation.publication_id}`} sx={{ color: "primary.main" }}>{obligation.publication}</Box>, {obligation.stage}</Typography>}
        {obligation.text && <Typography sx={{ fontSize: "0.86rem" }}>{obligation.text}</Typography>}
        <Turn obligation={obligation} />
        {obligation.note && <Typography sx={{ fontSize: "0.82rem", color: "warning.main" }}>{obligation.note}</Typography>}
        {obligation.reason && <Typography sx={{ fontSize: "0.82rem", fontStyle: "italic", color: "text.secondary" }}>“{obligation.reason}”</Typography>}
        <Typography sx={{ fontSize: "0.77rem", color: "text.secondary" }} data-testid="obligation-policy">{obligation.policy} · {obligation.n_rows} {obligation.n_rows === 1 ? "row" : "rows"}{obligation.share > 0 && `, ${Math.round(obligation.share * 100)} % of the data`}</Typography>
        <ObligationSteps obligation={obligation} />
      </Box>
    </Box>
  );
}

/** Whose turn it is, and until when. */
function Turn({ obligation }: { obligation: Obligation }) {
  if (!obligation.open) return null;
  const sides = new Set(Object.entries(obligation.next).filter(([state]) => state !== "waived").map(([, side]) => side));
  const who = sides.has("debtor") ? (obligation.debtor ?? "the authors") : sides.has("creditor") ? (obligation.creditor ?? "the other side") : null;
  return (
    <Typography component="div" data-testid="obligation-turn" sx={{ fontSize: "0.82rem", color: obligation.overdue ? "error.main" : "text.primary" }}>
      {who && <><strong>{who}</strong> must act</>}
      {obligation.due_at && <>{who ? ", " : ""}{obligation.overdue ? "overdue: was due " : "due "}<TimeText value={obligation.due_at} relative /></>}
      {obligation.blocks_from && <Box component="span" sx={{ color: "text.secondary" }}>{who || obligation.due_at ? "; " : ""}it keeps it from being {obligation.blocks_from}</Box>}
    </Typography>
  );
}
