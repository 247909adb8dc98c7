/** Who I am, what I may do, and my tokens. */
import { Box, Chip, Stack, Typography } from "@mui/material";

import { useProfile } from "../api/queries";
import { Panel } from "../components/Panel";
import { LinesSkeleton } from "../components/Skeletons";
import { ErrandsPanel } from "../profile/ErrandsPanel";
import { PasskeysPanel, PasswordPanel } from "../profile/PasskeysPanel";
import { SessionsPanel } from "../profile/SessionsPanel";
import { TokensPanel } from "../profile/TokensPanel";

export default function ProfilePage() {
  const profile = useProfile();
  if (!profile.data) return <LinesSkeleton lines={3} height={90} />;
  const { username, first_name, last_name, contact_email, roles, streams } = profile.data;
  const acls = [...new Set([...(profile.data.permissions ?? []), ...(profile.data.acls ?? [])])].sort();
  return (
    <Box sx={{ maxWidth: 900 }}>
      <Typography variant="h1" sx={{ mb: 1.5 }}>Profile</Typography>
      <Stack sx={{ gap: 2 }}>
        <Panel title={[first_name, last_name].filter(Boolean).join(" ") || username} testId="profile-panel">
          <Typography sx={{ color: "text.secondary", mb: 1 }}>{[username, contact_email].filter(Boolean).join(" · ")}</Typography>
          <Chips title="Roles" values={roles ?? []} />
          <Chips title="Streams" values={streams.map((stream) => stream.name)} />
          <Chips title="May" values={acls} />
        </Panel>
        <ErrandsPanel />
        <TokensPanel acls={acls} />
        <PasskeysPanel />
        <PasswordPanel />
        <SessionsPanel />
      </Stack>
    </Box>
  );
}

function Chips({ title, values }: { title: string; values: readonly string[] }) {
  if (values.length === 0) return null;
  return (
    <Box sx={{ mb: 1 }}>
      <Typography variant="overline" component="h3" sx={{ color: "text.secondary", display: "block" }}>{title}</Typography>
      <Stack direction="row" sx={{ gap: 0.5, flexWrap: "wrap" }}>{values.map((value) => <Chip key={value} variant="outlined" label={value} />)}</Stack>
    </Box>
  );
}
