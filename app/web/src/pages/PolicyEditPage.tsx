/** A new policy, from a template or from nothing; or the next version of one. */
import { Alert, Box, Stack, TextField, Typography } from "@mui/material";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";

import { ApiError } from "../api/client";
import { useMyGroups } from "../api/queries";
import { ErrorNote } from "../components/ErrorNote";
import { Panel } from "../components/Panel";
import { PageSkeleton } from "../components/Skeletons";
import { useToast } from "../components/Toast";
import { DraftForm } from "../policies/DraftForm";
import { emptyDocument, type PolicyDocument } from "../policies/document";
import { GroupChoice, useGroupNames } from "../policies/fields";
import { type Policy, useAddVersion, useCreatePolicy, usePolicy } from "../policies/queries";
import { Starts } from "../policies/Starts";

export default function PolicyEditPage() {
  const { id } = useParams();
  const policy = usePolicy(Number(id ?? 0));
  if (id === undefined) return <NewPolicy />;
  if (policy.isPending) return <PageSkeleton />;
  if (policy.isError) return <ErrorNote error={policy.error} onRetry={() => void policy.refetch()} page />;
  return <NextVersion key={policy.data.id} policy={policy.data} />;
}

function NewPolicy() {
  const navigate = useNavigate();
  const toast = useToast();
  const create = useCreatePolicy();
  const { nameOf } = useGroupNames();
  const { groups, publicId } = useMyGroups();
  const [name, setName] = useState("");
  const [chosen, setGroup] = useState<number | null>(null);
  const [document, setDocument] = useState<PolicyDocument | null>(null);
  const [start, setStart] = useState<string | null>(null);
  const group = chosen ?? groups.find((each) => each.id !== publicId)?.id ?? null;
  const begin = (from: string, next: PolicyDocument): void => { setStart(from); setDocument(next); create.reset(); };
  const save = (): void => {
    if (group === null || document === null) return;
    create.mutate({ name: name.trim(), group_id: group, document }, {
      onSuccess: (made) => { toast({ text: "The policy is written. Attach it to what it shall govern." }); void navigate(`/policies/${made.id}`); },
    });
  };
  const head = (
    <Panel title="Whose it is">
      <Stack direction="row" sx={{ gap: 1.5, flexWrap: "wrap", alignItems: "flex-start" }}>
        <TextField label="Name" required value={name} onChange={(event) => setName(event.target.value)} sx={{ flex: 1, minWidth: 220 }} slotProps={{ htmlInput: { "data-testid": "policy-name", maxLength: 200 } }} helperText="Those who use the data read it with every obligation." />
        <GroupChoice path="group_id" label="Held by" value={group} onChange={setGroup} width={230} />
      </Stack>
      {create.isError && <ErrorNote error={create.error} />}
    </Panel>
  );
  return (
    <Box data-testid="policy-edit">
      <Typography variant="h1" sx={{ mb: 1.5 }}>New policy</Typography>
      <Stack sx={{ gap: 2 }}>
        <Panel title="To start from"><Starts chosen={start} holder={group} onChoose={begin} /></Panel>
        {document && (
          <DraftForm
            key={start} document={document} onChange={(next) => { setDocument(next); if (create.isError) create.reset(); }} holder={nameOf(group)} groupId={group} refusal={create.error}
            head={head} submit="Write it" busy={create.isPending} ready={name.trim() !== "" && group !== null} onSubmit={save} onCancel={() => void navigate("/policies")}
          />
        )}
      </Stack>
    </Box>
  );
}

function NextVersion({ policy }: { policy: Policy }) {
  const navigate = useNavigate();
  const toast = useToast();
  const add = useAddVersion(policy.id);
  const latest = policy.versions.at(-1);
  const [document, setDocument] = useState<PolicyDocument>(latest?.document ?? emptyDocument());
  const [why, setWhy] = useState("");
  const back = (): void => void navigate(`/policies/${policy.id}`);
  const head = (
    <Panel title="Why it changes">
      <Alert severity="info" variant="outlined" sx={{ mb: 1.5 }}>It holds for new data. What exists keeps version {latest?.version ?? "?"}; changing that too is a separate act on the policy’s page.</Alert>
      <TextField label="Why" fullWidth value={why} onChange={(event) => setWhy(event.target.value)} helperText="It stands in the history." slotProps={{ htmlInput: { "data-testid": "policy-why", maxLength: 2000 } }} />
      {add.isError && !(add.error instanceof ApiError && add.error.field?.startsWith("document")) && <ErrorNote error={add.error} />}
    </Panel>
  );
  return (
    <Box data-testid="policy-edit">
      <Typography variant="h1" sx={{ mb: 1.5 }}>{policy.name}: version {(latest?.version ?? 0) + 1}</Typography>
      <DraftForm
        document={document} onChange={(next) => { setDocument(next); if (add.isError) add.reset(); }} holder={policy.holder ?? "The holder"} groupId={policy.holder_id} policyId={policy.id} refusal={add.error} head={head}
        submit="Write this version" busy={add.isPending} ready={document !== latest?.document} onCancel={back}
        onSubmit={() => add.mutate({ document, why: why.trim() || null }, { onSuccess: () => { toast({ text: "The new version holds for data from now on." }); back(); } })}
      />
    </Box>
  );
}
