/** The fields of a body or an answer, folded away until somebody asks. */
import { Box, Button, Collapse, Table, TableBody, TableCell, TableRow } from "@mui/material";
import { ChevronRight } from "lucide-react";
import { useState } from "react";

import { fieldsOf, type Schema, typeName } from "./description";

export function FieldTable({ title, schema, components }: { title: string; schema: Schema; components: Record<string, Schema> }) {
  const [open, setOpen] = useState(false);
  const fields = fieldsOf(schema, components);
  if (fields.length === 0) return null;
  return (
    <Box>
      <Button size="small" color="inherit" aria-expanded={open} onClick={() => setOpen(!open)} startIcon={<ChevronRight size={15} style={{ transform: open ? "rotate(90deg)" : undefined }} />}>
        {title}{schema["type"] === "array" || schema["$ref"] ? `: ${typeName(schema, components)}` : ""}
      </Button>
      <Collapse in={open} mountOnEnter>
        <Box sx={{ overflowX: "auto" }}>
          <Table size="small">
            <TableBody>
              {fields.map((field) => (
                <TableRow key={field.name}>
                  <TableCell component="th" scope="row" sx={{ fontWeight: field.required ? 700 : 500, whiteSpace: "nowrap" }}>{field.name}{field.required && " *"}</TableCell>
                  <TableCell sx={{ color: "text.secondary" }}>{field.type}</TableCell>
                  <TableCell>{field.description}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      </Collapse>
    </Box>
  );
}
