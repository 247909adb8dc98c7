/** At a number: why one can see it, who else can, and until when it is so. Asked only when opened. */
import { Box, IconButton, Popover, Tooltip, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { CircleQuestionMark } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";

import { get } from "../api/client";
import type { components } from "../api/schema";
import { ErrorNote } from "../components/ErrorNote";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";
import { promised, readerName } from "./readers";

type Readers = components["schemas"]["ReadersOut"];

export function Why({ kind, id, what }: { kind: string; id: number | string; what: string }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Tooltip title="Why can I see this, and who else?">
        <IconButton size="small" onClick={(event) => setAnchor(event.currentTarget)} aria-label={`Why can I see ${what}?`} aria-haspopup="dialog" data-testid={`why-${kind}`} sx={{ p: 0.4, color: "text.secondary" }}><CircleQuestionMark size={14} /></IconButton>
      </Tooltip>
      <Popover open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)} anchorOrigin={{ vertical: "bottom", horizontal: "left" }} slotProps={{ paper: { sx: { p: 2, maxWidth: 380, maxHeight: "70vh" }, role: "dialog", "aria-label": `Who sees ${what}` } }}>
        {anchor && <Told kind={kind} id={id} />}
      </Popover>
    </>
  );
}

function Told({ kind, id }: { kind: string; id: number | string }) {
  const answer = useQuery({ queryKey: ["readers", kind, id], queryFn: ({ signal }) => get<Readers>("/api/access/readers", { kind, id }, signal), staleTime: 15_000 });
  if (answer.isPending) return <Box sx={{ width: 280 }}><LinesSkeleton lines={3} height={18} /></Box>;
  if (answer.isError) return <ErrorNote error={answer.error} />;
  const told = answer.data;
  return (
    <Box data-testid="why-told" sx={{ fontSize: "0.85rem" }}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>Why you see it</Typography>
      {told.sentences.map((line) => <Box key={line}>{line}</Box>)}
      <Typography variant="h3" sx={{ mt: 1.25, mb: 0.5 }}>Who else does</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.25 }}>
        {told.owner && <li>{told.owner}, whose it is{told.holder && `; administrators of ${told.holder}`}</li>}
        {told.readers.map((reader, index) => <li key={index}>{readerName(reader)}{told.n_rows > 1 && ` (${reader.n_rows} of ${told.n_rows})`}</li>)}
        {told.n_unnamed > 0 && <li>{told.n_unnamed} more whom you may not know of</li>}
      </Box>
      {told.coming.length > 0 && (
        <>
          <Typography variant="h3" sx={{ mt: 1.25, mb: 0.5 }}>Who will</Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.25 }}>
            {promised(told.coming).map((each) => <li key={`${each.groupId}/${String(each.waits)}`}>{each.group ?? "a group that you cannot see"}: {each.nRows} {each.waits ? "after an event" : <TimeText value={each.first} relative />}{each.first !== each.last && <> to <TimeText value={each.last} relative /></>}</li>)}
          </Box>
        </>
      )}
      {told.policies.map((policy) => (
        <Box key={policy.id} sx={{ mt: 1.25, color: "text.secondary" }}>
          By {policy.policy_id ? <Box component={Link} to={`/policies/${policy.policy_id}`} sx={{ color: "primary.main" }}>{policy.name ?? "a policy"} v{policy.version}</Box> : "several policies together"}
        </Box>
      ))}
    </Box>
  );
}
