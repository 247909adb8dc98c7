/** The document as a form: its parts as tabs, one of them open. */
import { Box, Button, Chip, IconButton, Menu, MenuItem, Stack, TextField, Tooltip, Typography } from "@mui/material";
import { ArrowDown, ArrowUp, Copy, Plus, Split, Trash2 } from "lucide-react";
import { useState } from "react";

import { CaseScope } from "./CaseForm";
import { type Case, emptyTerms, type Fault, moved, partOf, type PolicyDocument, type Product, productLabel, PRODUCTS, replaced, type Terms, without, withoutKey } from "./document";
import { FaultContext, PartFault, useFault } from "./fields";
import { caseLabel } from "./openings";
import { TermsForm } from "./TermsForm";

interface Props { document: PolicyDocument; onChange: (document: PolicyDocument) => void; fault: Fault | null; part: string; onPart: (part: string) => void }

export function Editor({ document, onChange, fault, part, onPart }: Props) {
  const products = PRODUCTS.map(([product]) => product).filter((product) => product in document.products);
  const index = part.startsWith("case:") ? Number(part.slice(5)) : -1;
  const one = document.cases[index];
  const open = one ? part : part in document.products ? part : (products[0] ?? "");
  const terms = document.products[open];
  const faulty = fault ? partOf(fault.path) : null;
  const setCases = (cases: Case[]): void => onChange({ ...document, cases });
  return (
    <FaultContext value={fault}>
      <Stack direction="row" role="tablist" aria-label="What the terms are for" sx={{ gap: 0.75, flexWrap: "wrap", mb: 2, alignItems: "center" }}>
        {products.map((product) => <Tab key={product} label={productLabel(product)} on={product === open} bad={faulty === product} onClick={() => onPart(product)} testId={`part-${product}`} />)}
        <AddProduct document={document} onAdd={(product) => { onChange({ ...document, products: { ...document.products, [product]: terms ?? emptyTerms() } }); onPart(product); }} />
        {document.cases.map((each, place) => <Tab key={place} label={caseLabel(each)} split on={open === `case:${place}`} bad={faulty === `case:${place}`} onClick={() => onPart(`case:${place}`)} testId={`part-case-${place}`} />)}
        <Tooltip title="Other terms for some of it: raw data, an instrument, a class of object">
          <Button size="small" color="inherit" startIcon={<Plus size={14} />} data-testid="add-case" onClick={() => { setCases([...document.cases, { products: products.slice(0, 1), levels: [], instrument_ids: [], classes: [], terms: terms ?? emptyTerms() }]); onPart(`case:${document.cases.length}`); }}>Case</Button>
        </Tooltip>
      </Stack>
      <PartFault path="document" />
      {one && (
        <>
          <Stack direction="row" sx={{ alignItems: "center", mb: 1 }}>
            <Typography variant="h3" sx={{ flex: 1 }}>Case {index + 1}</Typography>
            <IconButton size="small" aria-label="Look at this case earlier" disabled={index === 0} onClick={() => { setCases(moved(document.cases, index, -1)); onPart(`case:${index - 1}`); }}><ArrowUp size={16} /></IconButton>
            <IconButton size="small" aria-label="Look at this case later" disabled={index === document.cases.length - 1} onClick={() => { setCases(moved(document.cases, index, 1)); onPart(`case:${index + 1}`); }}><ArrowDown size={16} /></IconButton>
            <IconButton size="small" aria-label="Take this case out" onClick={() => { setCases(without(document.cases, index)); onPart(products[0] ?? ""); }}><Trash2 size={16} /></IconButton>
          </Stack>
          <CaseScope path={`document.cases.${index}`} value={one} products={products} onChange={(next) => setCases(replaced(document.cases, index, next))} />
          <TermsForm key={open} path={`document.cases.${index}.terms`} terms={one.terms} onChange={(next) => setCases(replaced(document.cases, index, { ...one, terms: next }))} />
        </>
      )}
      {!one && terms && (
        <>
          <ProductHead product={open} document={document} onChange={onChange} onPart={onPart} />
          <TermsForm key={open} path={`document.products.${open}`} terms={terms} onChange={(next) => onChange({ ...document, products: { ...document.products, [open]: next } })} />
        </>
      )}
      {!one && !terms && <Typography sx={{ color: "text.secondary" }}>Add a kind of product that the policy shall speak of. On the others it is silent.</Typography>}
      <Box sx={{ mt: 2.5 }}><ModelledOn value={document.modelled_on} onChange={(modelled_on) => onChange({ ...document, modelled_on })} /></Box>
    </FaultContext>
  );
}

function Tab({ label, on, bad, split = false, onClick, testId }: { label: string; on: boolean; bad: boolean; split?: boolean; onClick: () => void; testId: string }) {
  return (
    <Chip
      role="tab" aria-selected={on} label={bad ? `${label} · mend` : label} clickable onClick={onClick} data-testid={testId} size="medium" color={bad ? "error" : on ? "primary" : "default"} variant={on ? "filled" : "outlined"}
      {...(split ? { icon: <Split size={14} /> } : {})} sx={{ maxWidth: "100%" }}
    />
  );
}

function AddProduct({ document, onAdd }: { document: PolicyDocument; onAdd: (product: Product) => void }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const missing = PRODUCTS.filter(([product]) => !(product in document.products));
  if (missing.length === 0) return null;
  return (
    <>
      <Button size="small" color="inherit" startIcon={<Plus size={14} />} aria-haspopup="menu" data-testid="add-product" onClick={(event) => setAnchor(event.currentTarget)}>Product</Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {missing.map(([product, label]) => <MenuItem key={product} onClick={() => { setAnchor(null); onAdd(product); }}>{label}</MenuItem>)}
      </Menu>
    </>
  );
}

function ProductHead({ product, document, onChange, onPart }: { product: string; document: PolicyDocument; onChange: (document: PolicyDocument) => void; onPart: (part: string) => void }) {
  const terms: Terms | undefined = document.products[product];
  const others = Object.keys(document.products).filter((each) => each !== product);
  if (others.length === 0) return null;
  const remove = (): void => {
    onChange({ ...document, products: withoutKey(document.products, product) });
    onPart(others[0] ?? "");
  };
  return (
    <Stack direction="row" sx={{ gap: 1, mb: 1.5, flexWrap: "wrap", justifyContent: "flex-end", mt: -1 }}>
      {terms && <Button size="small" color="inherit" sx={{ color: "text.secondary" }} startIcon={<Copy size={13} />} onClick={() => onChange({ ...document, products: Object.fromEntries(Object.keys(document.products).map((each) => [each, terms])) })}>Say the same of all products</Button>}
      <Button size="small" color="inherit" sx={{ color: "text.secondary" }} startIcon={<Trash2 size={13} />} onClick={remove}>Be silent on {productLabel(product).toLowerCase()}</Button>
    </Stack>
  );
}

function ModelledOn({ value, onChange }: { value: string | null; onChange: (value: string | null) => void }) {
  const fault = useFault("document.modelled_on");
  return <TextField fullWidth label="Modelled on (optional)" value={value ?? ""} onChange={(event) => onChange(event.target.value || null)} error={fault !== null} helperText={fault ?? "Whose agreement gave the idea. It is shown with the summary."} data-path="document.modelled_on" />;
}
