/** The operations by tag; one that is opened can be filled in and sent. */
import { Box, ButtonBase, Chip, Collapse, Stack, Typography } from "@mui/material";
import { ChevronRight } from "lucide-react";
import { Fragment, memo, useState } from "react";

import type { Operation, Schema, Tag } from "./description";
import { OperationForm } from "./OperationForm";

const COLOUR: Record<string, string> = { GET: "info.main", POST: "success.main", PUT: "secondary.main", PATCH: "secondary.main", DELETE: "error.main" };

interface Props {
  tags: readonly Tag[];
  components: Record<string, Schema>;
  token: string;
  /** While one searches, what is found is seen. */
  searching: boolean;
  /** The id of the operation that the address of the page names. */
  opened: string | null;
  onOpen: (id: string | null) => void;
}

export function OperationList({ tags, components, token, searching, opened, onOpen }: Props) {
  const start = tags.find((tag) => tag.operations.some((each) => each.id === opened))?.name;
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set(start ? [start] : []));
  const toggle = (name: string): void => {
    setShown((before) => {
      const after = new Set(before);
      if (!after.delete(name)) after.add(name);
      return after;
    });
  };
  return (
    <Stack data-testid="api-operations" sx={{ gap: 0.5 }}>
      {tags.map((tag) => {
        const isShown = searching || shown.has(tag.name);
        return (
          <Box key={tag.name} component="section" data-testid="api-tag">
            <ButtonBase
              onClick={() => toggle(tag.name)} aria-expanded={isShown} disabled={searching}
              sx={{ width: "100%", justifyContent: "flex-start", gap: 1, py: 0.9, px: 0.5, borderRadius: 1, textAlign: "left", borderBottom: 1, borderColor: "divider" }}
            >
              <ChevronRight size={16} aria-hidden="true" style={{ transform: isShown ? "rotate(90deg)" : undefined, flexShrink: 0 }} />
              <Typography component="h2" variant="h2" sx={{ whiteSpace: "nowrap", "&::first-letter": { textTransform: "uppercase" } }}>{tag.name.replaceAll("_", " ")}</Typography>
              <Typography component="span" sx={{ flex: 1, minWidth: 0, color: "text.secondary", fontSize: "0.84rem", display: { xs: "none", sm: "block" } }} noWrap>{tag.description}</Typography>
              <Chip label={tag.operations.length} variant="outlined" sx={{ ml: "auto" }} />
            </ButtonBase>
            {isShown && (
              <Stack sx={{ py: 0.75, gap: 0.5 }}>
                {tag.operations.map((each) => <OperationRow key={each.id} operation={each} components={components} token={token} open={opened === each.id} onOpen={onOpen} />)}
              </Stack>
            )}
          </Box>
        );
      })}
    </Stack>
  );
}

interface RowProps {
  operation: Operation;
  components: Record<string, Schema>;
  token: string;
  open: boolean;
  onOpen: (id: string | null) => void;
}

const OperationRow = memo(function OperationRow({ operation, components, token, open, onOpen }: RowProps) {
  return (
    <Box data-testid="api-operation" data-operation={operation.id} sx={{ border: 1, borderColor: open ? "primary.main" : "divider", borderRadius: 2, bgcolor: "background.paper", overflow: "hidden" }}>
      <ButtonBase onClick={() => onOpen(open ? null : operation.id)} aria-expanded={open} sx={{ width: "100%", justifyContent: "flex-start", alignItems: { xs: "flex-start", sm: "center" }, textAlign: "left", gap: 1.25, px: 1.25, py: 0.8 }}>
        <Typography component="span" sx={{ width: 54, flexShrink: 0, fontSize: "0.74rem", fontWeight: 700, color: COLOUR[operation.method] }}>{operation.method}</Typography>
        <Box sx={{ display: "flex", flexDirection: { xs: "column", sm: "row" }, columnGap: 1.5, flexWrap: "wrap", minWidth: 0 }}>
          <Box component="code" sx={{ fontSize: "0.84rem", overflowWrap: "anywhere" }}><Breakable path={operation.path} /></Box>
          <Typography component="span" sx={{ fontSize: "0.84rem", color: "text.secondary" }}>{operation.summary}</Typography>
        </Box>
      </ButtonBase>
      <Collapse in={open} mountOnEnter unmountOnExit><OperationForm operation={operation} components={components} token={token} /></Collapse>
    </Box>
  );
});

/** An address that breaks after its slashes where it must be broken. */
function Breakable({ path }: { path: string }) {
  return path.split("/").map((part, index) => <Fragment key={`${index} ${part}`}>{index > 0 && "/"}<wbr />{part}</Fragment>);
}
