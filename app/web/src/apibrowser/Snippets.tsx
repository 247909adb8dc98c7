/** The same request for a shell or a script. */
import { Box, Button, Stack, ToggleButton, ToggleButtonGroup } from "@mui/material";
import { useState } from "react";

import type { Asked } from "./request";
import { curl, httpx } from "./snippets";

const WRITTEN = { curl, python: httpx } as const;
type Language = keyof typeof WRITTEN;

export function Snippets({ asked }: { asked: Asked }) {
  const [language, setLanguage] = useState<Language>("curl");
  const [copied, setCopied] = useState<string | null>(null);
  const text = WRITTEN[language](asked);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(text);
  };
  return (
    <Box data-testid="api-snippets">
      <Stack direction="row" sx={{ gap: 1, alignItems: "center", mb: 0.75 }}>
        <ToggleButtonGroup exclusive size="small" value={language} onChange={(_event, value: Language | null) => value && setLanguage(value)} aria-label="Language">
          <ToggleButton value="curl" sx={{ textTransform: "none", py: 0.25 }}>curl</ToggleButton>
          <ToggleButton value="python" sx={{ textTransform: "none", py: 0.25 }}>Python</ToggleButton>
        </ToggleButtonGroup>
        {"clipboard" in navigator && <Button size="small" onClick={() => void copy()} data-testid="api-copy">{copied === text ? "Copied" : "Copy"}</Button>}
      </Stack>
      <Box component="pre" tabIndex={0} sx={{ m: 0, p: 1.25, overflow: "auto", maxHeight: 320, bgcolor: "background.default", border: 1, borderColor: "divider", borderRadius: 1.5, fontSize: "0.78rem" }}>{text}</Box>
    </Box>
  );
}
