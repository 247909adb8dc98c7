import { Box, Button, Chip, Link, Stack, Typography } from "@mui/material";
import { Paperclip } from "lucide-react";
import { type SyntheticEvent, type KeyboardEvent, useRef, useState } from "react";

import { useComments, usePostComment } from "../api/queries";
import type { Comment } from "../api/types";
import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";
import { TimeText } from "../components/TimeText";
import { Why } from "../sharing/Why";
import { inBase64 } from "../lib/files";
import { MentionField } from "./MentionField";

export function CommentsPanel({ objId }: { objId: string }) {
  const comments = useComments(objId);
  return (
    <Panel title="Comments" testId="comments-panel">
      {comments.isPending && <LinesSkeleton lines={2} />}
      {comments.isError && <ErrorNote error={comments.error} onRetry={() => void comments.refetch()} />}
      <Stack data-testid="comments" data-count={comments.data?.length ?? 0} sx={{ gap: 1.25 }}>
        {comments.data?.map((comment) => <CommentRow key={comment.id} objId={objId} comment={comment} />)}
        {comments.data?.length === 0 && <Typography sx={{ color: "text.secondary", fontSize: "0.86rem" }}>Nobody has said anything yet. What should the next observer know?</Typography>}
      </Stack>
      <CommentForm objId={objId} />
    </Panel>
  );
}

function CommentForm({ objId }: { objId: string }) {
  const send = usePostComment(objId);
  const [text, setText] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [unread, setUnread] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const post = async (): Promise<void> => {
    if (!text.trim() || send.isPending) return;
    setUnread(false);
    let attachment: { name: string; body: string } | undefined;
    try {
      if (file) attachment = { name: file.name, body: await inBase64(file) };
    } catch {
      setUnread(true);
      return;
    }
    send.mutate({ text: text.trim(), ...(attachment ? { attachment } : {}) }, { onSuccess: () => { setText(""); setFile(null); } });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void post();
  };
  return (
    <Stack component="form" onSubmit={(event: SyntheticEvent) => { event.preventDefault(); void post(); }} sx={{ gap: 1, mt: 1.5 }} data-testid="comment-form">
      <MentionField value={text} onChange={setText} onKeyDown={onKey} />
      {send.isError && <ErrorNote error={send.error} />}
      {unread && <Typography role="alert" color="error">The file cannot be read any more. Choose it again.</Typography>}
      <Stack direction="row" sx={{ gap: 1, alignItems: "center", justifyContent: "flex-end", flexWrap: "wrap" }}>
        <input ref={input} type="file" hidden data-testid="comment-file" aria-label="File to attach" onChange={(event) => { setFile(event.target.files?.[0] ?? null); event.target.value = ""; }} />
        {file
          ? <Chip icon={<Paperclip size={13} />} label={file.name} onDelete={() => setFile(null)} sx={{ maxWidth: 200 }} />
          : <Button size="small" color="inherit" startIcon={<Paperclip size={14} />} onClick={() => input.current?.click()} sx={{ color: "text.secondary" }}>Attach</Button>}
        <Button type="submit" variant="outlined" disabled={!text.trim() || send.isPending} data-testid="comment-submit">Post</Button>
      </Stack>
    </Stack>
  );
}

function CommentRow({ objId, comment }: { objId: string; comment: Comment }) {
  return (
    <Box data-testid="comment">
      <Typography component="div" sx={{ fontSize: "0.78rem", color: "text.secondary" }}>
        <strong>{comment.author?.username ?? "somebody"}</strong>{comment.bot && " (bot)"} · <TimeText value={comment.created_at} relative />
        <Why kind="comment" id={comment.id} what="this comment" />
        {comment.groups && comment.groups.length > 0 && ` · for ${comment.groups.map((group) => group.name).join(", ")}`}
      </Typography>
      <Typography sx={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{comment.text}</Typography>
      {comment.attachment_name && (
        <Link href={`/api/sources/${encodeURIComponent(objId)}/comments/${comment.id}/attachment`} download={comment.attachment_name} data-testid="comment-attachment" sx={{ display: "inline-flex", gap: 0.5, alignItems: "center", fontSize: "0.85rem", overflowWrap: "anywhere" }}>
          <Paperclip size={13} aria-hidden="true" />{comment.attachment_name}
        </Link>
      )}
    </Box>
  );
}
