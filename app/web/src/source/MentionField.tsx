/** A field for a comment that completes the names of people after an `@`. */
import { MenuItem, MenuList, Paper, Popper, TextField } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useRef, useState } from "react";

import { get } from "../api/client";
import { complete, type Mention, mentionAt, suggestions } from "../lib/mentions";

interface Props { value: string; onChange: (text: string) => void; onKeyDown: (event: KeyboardEvent) => void }

export function MentionField({ value, onChange, onKeyDown }: Props) {
  const input = useRef<HTMLTextAreaElement>(null);
  const [mention, setMention] = useState<Mention | null>(null);
  const [chosen, setChosen] = useState(0);
  const people = useQuery({
    queryKey: ["users", "mention", mention?.word ?? ""],
    queryFn: ({ signal }) => get<{ users: { username: string }[] }>("/api/user", { username: mention?.word, numPerPage: 20 }, signal),
    enabled: mention !== null,
    staleTime: 60_000,
  });
  const names = mention ? suggestions((people.data?.users ?? []).map((user) => user.username), mention.word) : [];
  const look = (text: string): void => {
    setMention(mentionAt(text, input.current?.selectionStart ?? text.length));
    setChosen(0);
  };
  const take = (name: string | undefined): void => {
    const field = input.current;
    if (!name || !mention || !field) return;
    const done = complete(value, mention, field.selectionStart, name);
    onChange(done.text);
    setMention(null);
    requestAnimationFrame(() => { field.focus(); field.setSelectionRange(done.caret, done.caret); });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (names.length === 0 || event.ctrlKey || event.metaKey) onKeyDown(event);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setChosen((before) => (before + (event.key === "ArrowDown" ? 1 : names.length - 1)) % names.length);
    } else if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault();
      take(names[chosen]);
    } else if (event.key === "Escape") setMention(null);
  };
  return (
    <>
      <TextField
        multiline minRows={2} fullWidth label="Comment" value={value} inputRef={input} onKeyDown={onKey} onBlur={() => setMention(null)}
        onChange={(event) => { onChange(event.target.value); look(event.target.value); }}
        helperText="@name calls somebody; Ctrl+Enter posts it." slotProps={{ htmlInput: { "data-testid": "comment-input", "aria-autocomplete": "list", "aria-expanded": names.length > 0 } }}
      />
      <Popper open={names.length > 0} anchorEl={() => input.current ?? document.body} placement="top-start" sx={{ zIndex: "modal" }}>
        <Paper elevation={6}>
          <MenuList dense data-testid="mention-list">
            {/* The pointer must not take the focus away before it has chosen. */}
            {names.map((name, index) => <MenuItem key={name} selected={index === chosen} onMouseDown={(event) => { event.preventDefault(); take(name); }}>@{name}</MenuItem>)}
          </MenuList>
        </Paper>
      </Popper>
    </>
  );
}
