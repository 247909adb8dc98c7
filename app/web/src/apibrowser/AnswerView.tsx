/** What came back: status, time, size, and the answer itself as text, picture or file. */
import { Box, Button, Chip, Stack, Typography } from "@mui/material";
import { useEffect, useMemo, useState } from "react";

import type { Received } from "./request";

/** A longer answer is cut on the screen, for the browser's sake; it can be saved whole. */
const SHOWN = 60_000;

export function AnswerView({ received }: { received: Received }) {
  const url = useMemo(() => URL.createObjectURL(received.blob), [received.blob]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  const [whole, setWhole] = useState(false);
  const { text } = received;
  const isPicture = received.contentType.startsWith("image/");
  const cut = text !== null && text.length > SHOWN && !whole;
  return (
    <Box data-testid="api-answer" data-status={received.status}>
      <Stack direction="row" role="status" sx={{ gap: 1, alignItems: "center", flexWrap: "wrap", mb: 0.75 }}>
        <Chip color={received.status < 400 ? "success" : "error"} label={`${received.status} ${received.statusText}`} />
        <Typography component="span" sx={{ fontSize: "0.84rem", color: "text.secondary" }}>{Math.round(received.ms)} ms · {received.bytes.toLocaleString("en")} bytes · {received.contentType || "nothing"}</Typography>
        <Button size="small" component="a" href={url} download={received.name ?? (text === null ? "answer" : "answer.json")}>Save</Button>
      </Stack>
      {isPicture && <Box component="img" src={url} alt="The answer" sx={{ maxWidth: "100%", borderRadius: 1 }} />}
      {text !== null && (
        <Box component="pre" tabIndex={0} sx={{ m: 0, p: 1.25, maxHeight: 420, overflow: "auto", bgcolor: "background.default", border: 1, borderColor: "divider", borderRadius: 1.5, fontSize: "0.78rem" }}>{cut ? text.slice(0, SHOWN) : text}</Box>
      )}
      {cut && <Button size="small" onClick={() => setWhole(true)}>Show all {text.length.toLocaleString("en")} characters</Button>}
    </Box>
  );
}
