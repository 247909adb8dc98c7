/** The board of publications: one column for each stage; on a phone a list by stage. */
import { Box, Button, Card, Chip, Stack, Typography } from "@mui/material";
import { AlarmClock, CircleAlert, Plus, ScrollText, UserRound } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { Link } from "react-router";

import { useProfile } from "../api/queries";
import { Empty } from "../components/Empty";
import { ErrorNote } from "../components/ErrorNote";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";
import { type Card as BoardCard, columns, isSoon, OVER, WAY } from "../publications/board";
import { OpenPublicationDialog } from "../rights/OpenPublication";
import { useObligations, usePublications } from "../rights/queries";

export default function PublicationsPage() {
  const publications = usePublications();
  const obligations = useObligations();
  const [opening, setOpening] = useState(false);
  const found = columns(publications.data ?? [], obligations.data ?? []);
  const over = OVER.flatMap((stage) => found.get(stage) ?? []);
  const make = <Button variant="contained" startIcon={<Plus size={16} />} onClick={() => setOpening(true)} data-testid="new-publication">New publication</Button>;
  return (
    <Box>
      <Stack direction="row" sx={{ alignItems: "center", mb: 1.5, gap: 1, flexWrap: "wrap" }}>
        <Typography variant="h1" sx={{ flex: 1 }}>Publications</Typography>
        <Button component={Link} to="/owed" color="inherit">What we owe and are owed</Button>
        {publications.data && publications.data.length > 0 && make}
      </Stack>
      {publications.isPending && <LinesSkeleton lines={3} height={120} />}
      {publications.isError && <ErrorNote error={publications.error} onRetry={() => void publications.refetch()} />}
      {publications.data?.length === 0 && <Empty icon={ScrollText} title="No publication is open" action={make}>Open one as soon as there is an idea. Only your group sees it until you announce it, and it lists at once what the data oblige you to, and to whom.</Empty>}
      {publications.data && publications.data.length > 0 && (
        <Box data-testid="publications-board" onKeyDown={walk} sx={{ display: { xs: "block", md: "grid" }, gridTemplateColumns: `repeat(${WAY.length}, minmax(132px, 1fr))`, gap: 1.25, overflowX: { md: "auto" }, pb: 1, alignItems: "start" }}>
          {WAY.map((stage) => <Column key={stage} stage={stage} cards={found.get(stage) ?? []} />)}
        </Box>
      )}
      {over.length > 0 && (
        <Box component="details" sx={{ mt: 2, "& summary": { cursor: "pointer", fontWeight: 600, color: "text.secondary", mb: 1 } }}>
          <summary>{over.length} lapsed or withdrawn</summary>
          <Box sx={{ display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 240px), 1fr))", gap: 1 }}>{over.map((card) => <PublicationTile key={card.publication.id} card={card} />)}</Box>
        </Box>
      )}
      {opening && <OpenPublicationDialog groupIds={[]} onClose={() => setOpening(false)} />}
    </Box>
  );
}

/** Arrow keys go from card to card: up and down within a column, left and right to the next one that has any. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = ({ ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] } as Record<string, [number, number]>)[event.key];
  const at = (event.target as HTMLElement).closest<HTMLElement>("[data-card]");
  if (!step || !at) return;
  const lanes = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-column]")].map((lane) => [...lane.querySelectorAll<HTMLElement>("[data-card]")]).filter((lane) => lane.length > 0);
  const lane = lanes.findIndex((cards) => cards.includes(at));
  const place = lanes[lane]?.indexOf(at) ?? 0;
  const next = lanes[lane + step[0]];
  const goal = next?.[Math.min(step[0] === 0 ? place + step[1] : place, next.length - 1)];
  if (!goal) return;
  event.preventDefault();
  goal.focus();
}

function Column({ stage, cards }: { stage: string; cards: readonly BoardCard[] }) {
  return (
    <Box component="section" data-column={stage} data-count={cards.length} aria-label={`${stage}: ${cards.length}`} sx={{ minWidth: 0, display: { xs: cards.length === 0 ? "none" : "block", md: "block" }, mb: { xs: 2, md: 0 } }}>
      <Stack direction="row" sx={{ gap: 0.75, alignItems: "baseline", pb: 0.5, mb: 1, borderBottom: 2, borderColor: cards.length > 0 ? "primary.main" : "divider" }}>
        <Typography variant="h3" component="h2" sx={{ textTransform: "capitalize", color: cards.length > 0 ? "text.primary" : "text.secondary" }}>{stage}</Typography>
        {cards.length > 0 && <Typography component="span" sx={{ fontSize: "0.8rem", color: "text.secondary" }}>{cards.length}</Typography>}
      </Stack>
      <Stack sx={{ gap: 1 }}>{cards.map((card) => <PublicationTile key={card.publication.id} card={card} />)}</Stack>
    </Box>
  );
}

function PublicationTile({ card }: { card: BoardCard }) {
  const { publication, open, required, overdue } = card;
  const me = useProfile().data?.id;
  const deadline = publication.deadline_at;
  return (
    <Card
      component={Link} to={`/publications/${publication.id}`} data-card data-testid={`publication-${publication.id}`} data-stage={publication.stage}
      sx={{ display: "block", p: 1.25, textDecoration: "none", color: "inherit", "&:hover": { borderColor: "primary.main" } }}
    >
      <Typography component="div" sx={{ fontWeight: 650, fontSize: "0.9rem", lineHeight: 1.3, overflowWrap: "anywhere", mb: 0.5 }}>{publication.title}</Typography>
      <Typography component="div" sx={{ fontSize: "0.78rem", color: "text.secondary", mb: 0.75 }}>{publication.kind} · {publication.group ?? "a group that you cannot see"}{publication.obj_ids.length > 0 && ` · ${publication.obj_ids.length === 1 ? (publication.obj_ids[0] ?? "") : `${publication.obj_ids.length} objects`}`}</Typography>
      <Stack direction="row" sx={{ gap: 0.5, flexWrap: "wrap" }}>
        {publication.lead_id === me && <Chip variant="outlined" icon={<UserRound size={12} />} label="you lead" />}
        {open > 0 && <Chip variant="outlined" color={overdue > 0 ? "error" : required > 0 ? "warning" : "default"} icon={<CircleAlert size={12} />} label={overdue > 0 ? `${overdue} overdue` : `${open} open`} />}
        {deadline && <Chip variant="outlined" color={isSoon(deadline) ? "error" : "default"} icon={<AlarmClock size={12} />} label={<TimeText value={deadline} relative />} />}
      </Stack>
    </Card>
  );
}
