/** Who takes part, and who is or could be an author, with the evidence. */
import { Box, Button, Chip, Link as Anchor, Stack, Tooltip, Typography } from "@mui/material";
import { useState } from "react";

import { useProfile } from "../api/queries";
import { ErrorNote } from "../components/ErrorNote";
import { LinesSkeleton } from "../components/Skeletons";
import { type Author, type Person, useAuthors, useOpt, usePeople, usePersonName, useProposed, useReply, useTakeAuthors } from "./queries";

export function PeoplePanel({ id }: { id: number }) {
  const people = usePeople(id);
  const me = useProfile().data?.id;
  const reply = useReply(id);
  const shown = (people.data ?? []).filter((person) => person.role !== "author" && person.state !== "removed");
  const mine = shown.find((person) => person.user_id === me);
  if (people.isPending) return <LinesSkeleton lines={2} height={24} />;
  if (people.isError) return <ErrorNote error={people.error} />;
  return (
    <Stack sx={{ gap: 0.75 }} data-testid="people" data-count={shown.length}>
      {shown.map((person) => <PersonRow key={person.id} person={person} />)}
      {mine?.state === "invited" && (
        <Stack direction="row" sx={{ gap: 1 }}>
          <Button size="small" variant="contained" onClick={() => reply.mutate("accepted")}>Take part</Button>
          <Button size="small" onClick={() => reply.mutate("declined")}>Decline</Button>
        </Stack>
      )}
      {reply.isError && <ErrorNote error={reply.error} />}
    </Stack>
  );
}

function PersonRow({ person }: { person: Person }) {
  const name = usePersonName(person.user_id);
  return (
    <Stack direction="row" sx={{ gap: 1, alignItems: "center" }}>
      <Typography component="span" sx={{ fontSize: "0.88rem", fontWeight: 600 }}>{name}</Typography>
      <Chip variant="outlined" {...(person.role === "lead" ? { color: "primary" as const } : {})} label={person.role === "lead" ? "leads" : "takes part"} />
      {person.state !== "accepted" && <Typography component="span" sx={{ fontSize: "0.78rem", color: "text.secondary" }}>{person.state}</Typography>}
    </Stack>
  );
}

const FORMATS = [["aastex", "AASTeX"], ["aanda", "A&A"], ["acknowledgements", "Acknowledgements"], ["bibtex", "BibTeX"]] as const;

export function AuthorsPanel({ id }: { id: number }) {
  const listed = useAuthors(id);
  const [proposing, setProposing] = useState(false);
  const proposed = useProposed(id, proposing);
  const take = useTakeAuthors(id);
  const opt = useOpt(id);
  const me = useProfile().data?.id;
  const authors = listed.data ?? [];
  const mine = authors.find((author) => author.user_id === me);
  const named = (proposed.data ?? []).map((author) => author.user_id).filter((each) => each !== null);
  return (
    <Box data-testid="authors" data-count={authors.length}>
      {listed.isPending && <LinesSkeleton lines={2} height={24} />}
      {listed.isError && <ErrorNote error={listed.error} />}
      {listed.isSuccess && authors.length === 0 && !proposing && <Typography sx={{ fontSize: "0.86rem", color: "text.secondary", mb: 1 }}>No author list yet. Let it be proposed from who shared data, gave time, scanned, classified and reduced.</Typography>}
      <AuthorList authors={authors} />
      {mine && mine.authorship !== "opted_in" && <Button size="small" variant="contained" onClick={() => opt.mutate("opted_in")} disabled={opt.isPending} sx={{ mr: 1 }}>I want to be an author</Button>}
      {mine && mine.authorship !== "opted_out" && <Button size="small" color="inherit" onClick={() => opt.mutate("opted_out")} disabled={opt.isPending}>Leave me out</Button>}
      {proposing && (
        <Box sx={{ mt: 1, p: 1.25, borderRadius: 2, bgcolor: "action.hover" }}>
          <Typography variant="h3" sx={{ mb: 0.5 }}>Proposed</Typography>
          {proposed.isPending && <LinesSkeleton lines={2} height={24} />}
          {proposed.isError && <ErrorNote error={proposed.error} />}
          <AuthorList authors={proposed.data ?? []} />
          <Stack direction="row" sx={{ gap: 1 }}>
            <Button size="small" variant="contained" disabled={named.length === 0 || take.isPending} onClick={() => take.mutate(named, { onSuccess: () => setProposing(false) })} data-testid="take-authors">Take this list</Button>
            <Button size="small" onClick={() => setProposing(false)}>Not now</Button>
          </Stack>
        </Box>
      )}
      {(opt.isError || take.isError) && <ErrorNote error={opt.error ?? take.error} />}
      <Stack direction="row" sx={{ gap: 1.5, mt: 1, flexWrap: "wrap", alignItems: "center" }}>
        {!proposing && <Button size="small" variant="outlined" onClick={() => setProposing(true)} data-testid="propose-authors">{authors.length === 0 ? "Propose one" : "Propose again"}</Button>}
        {authors.length > 0 && FORMATS.map(([format, label]) => <Anchor key={format} href={`/api/publications/${id}/authors/export?format=${format}`} target="_blank" rel="noreferrer" sx={{ fontSize: "0.84rem" }}>{label}</Anchor>)}
      </Stack>
    </Box>
  );
}

const STANDS: Record<Author["authorship"], string> = { none: "", offered: "asked, has not answered", opted_in: "author", opted_out: "left out by own wish", vouched: "vouched for" };

function AuthorList({ authors }: { authors: readonly Author[] }) {
  return (
    <Box component="ol" sx={{ m: 0, pl: 2.5, mb: 0.75 }}>
      {authors.map((author, index) => (
        <Box component="li" key={author.person_id ?? author.user_id ?? index} sx={{ fontSize: "0.87rem", mb: 0.5 }}>
          <strong>{author.name}</strong>{author.is_lead && " (lead)"} <Box component="span" sx={{ color: "text.secondary", fontSize: "0.78rem" }}>{STANDS[author.authorship]}</Box>
          <Stack direction="row" sx={{ gap: 0.5, flexWrap: "wrap" }}>
            {author.contributions.map((one) => (
              <Tooltip key={one.kind} title={`${one.count} on ${one.obj_ids.join(", ") || "its objects"}`}>
                <Box component="span" tabIndex={0} sx={{ fontSize: "0.75rem", px: 0.6, borderRadius: 1, bgcolor: "action.selected" }}>{one.kind}{one.share > 0 && ` ${Math.round(one.share * 100)} %`}</Box>
              </Tooltip>
            ))}
          </Stack>
        </Box>
      ))}
    </Box>
  );
}
