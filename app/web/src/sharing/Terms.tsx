/** The terms of a source's data, before they are taken: what their use asks for, and whom to ask. That they were shown is recorded. */
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { get } from "../api/client";
import type { components } from "../api/schema";
import { ErrorNote } from "../components/ErrorNote";
import { LinesSkeleton } from "../components/Skeletons";

type Terms = components["schemas"]["TermsOut"];

export function TermsButton({ objId }: { objId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" color="inherit" onClick={() => setOpen(true)} data-testid="terms">Terms and export…</Button>
      {open && <TermsDialog objId={objId} onClose={() => setOpen(false)} />}
    </>
  );
}

function TermsDialog({ objId, onClose }: { objId: string; onClose: () => void }) {
  const answer = useQuery({ queryKey: ["terms", objId], queryFn: ({ signal }) => get<Terms[]>("/api/terms", { obj_id: objId }, signal) });
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="terms-title">
      <DialogTitle id="terms-title">Before you take data of {objId}</DialogTitle>
      <DialogContent>
        {answer.isPending && <LinesSkeleton lines={3} />}
        {answer.isError && <ErrorNote error={answer.error} />}
        {answer.data?.length === 0 && <Typography>Nothing that you read of it asks for anything. Use it as you see fit.</Typography>}
        {answer.data?.map((terms) => (
          <Box key={`${terms.product}/${terms.policy_version_id}/${terms.holder_id}`} data-testid="terms-of" sx={{ mb: 1.5 }}>
            <Typography variant="h3">{terms.n_rows} {terms.product} of {terms.holder ?? "a group that you cannot see"}</Typography>
            <Box component="ul" sx={{ m: 0, pl: 2.25, fontSize: "0.88rem" }}>{terms.use.map((line) => <li key={line}>{line.charAt(0).toUpperCase() + line.slice(1)}</li>)}</Box>
            <Typography sx={{ fontSize: "0.8rem", color: "text.secondary" }}>{terms.policy} · ask {terms.ask.username ?? terms.ask.group ?? "the holder"}</Typography>
          </Box>
        ))}
        {answer.data && answer.data.length > 0 && <Typography sx={{ fontSize: "0.84rem", color: "text.secondary" }}>That you saw them is on record, and so is what you take; the holder sees both.</Typography>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
        <Button variant="contained" disabled={!answer.isSuccess} component="a" href={`/api/sources/${encodeURIComponent(objId)}/photometry?format=both`} download={`${objId}-photometry.json`} data-testid="take">Take the photometry</Button>
      </DialogActions>
    </Dialog>
  );
}
