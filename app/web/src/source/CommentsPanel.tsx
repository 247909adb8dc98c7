import { Box, Button, Stack, TextField, Typography } from "@mui/material";
import { type SyntheticEvent, type KeyboardEvent, useState } from "react";

import { useComments, usePostComment } from "../api/queries";
import type { Comment } from "../api/types";
import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";

export function CommentsPanel({ objId }: { objId: string }) {
  const comments = useComments(objId);
  const send = usePostComment(objId);
  const [text, setText] = useState("");
  const post = (): void => {
    if (text.trim()) send.mutate({ text: text.trim() }, { onSuccess: () => setText("") });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) post();
  };
  return (
    <Panel title="Comments" testId="comments-panel">
      {comments.isPending && <LinesSkeleton lines={2} />}
      {comments.isError && <ErrorNote error={comments.error} onRetry={() => void comments.refetch()} />}
      <Stack data-testid="comments" data-count={comments.data?.length ?? 0} sx={{ gap: 1.25 }}>
        {comments.data?.map((comment) => <CommentRow key={comment.id} comment={comment} />)}
        {comments.data?.length === 0 && <Typography sx={{ color: "text.secondary", fontSize: "0.86rem" }}>Nobody has said anything yet. What should the next observer know?</Typography>}
      </Stack>
      <Stack component="form" onSubmit={(event: SyntheticEvent) => { event.preventDefault(); post(); }} sx={{ gap: 1, mt: 1.5 }} data-testid="comment-form">
        <TextField multiline minRows={2} label="Comment" value={text} onChange={(event) => setText(event.target.value)} onKeyDown={onKey} helperText="Ctrl+Enter posts it." slotProps={{ htmlInput: { "data-testid": "comment-input" } }} />
        {send.isError && <ErrorNote error={send.error} />}
        <Button type="submit" variant="outlined" disabled={!text.trim() || send.isPending} sx={{ alignSelf: "flex-end" }} data-testid="comment-submit">Post</Button>
      </Stack>
    </Panel>
  );
}

function CommentRow({ comment }: { comment: Comment }) {
  return (
    <Box data-testid="comment">
      <Typography component="div" sx={{ fontSize: "0.78rem", color: "text.secondary" }}>
        <strong>{comment.author?.username ?? "somebody"}</strong>{comment.bot && " (bot)"} · <TimeText value={comment.created_at} relative />
        {comment.groups && comment.groups.length > 0 && ` · for ${comment.groups.map((group) => group.name).join(", ")}`}
      </Typography>
      <Typography sx={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{comment.text}</Typography>
    </Box>
  );
}
