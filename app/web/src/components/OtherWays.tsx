/** The ways to log in beside a password: a passkey, and the providers that the operator has set. */
import { Button, Divider, Stack, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { Fingerprint, LogIn } from "lucide-react";

import { get } from "../api/client";
import { passkeysWork } from "../api/passkeys";

export interface Ways { passwords: boolean; passkeys: boolean; passkeys_at: string; providers: { id: string; name: string }[] }

export const useWays = () => useQuery({ queryKey: ["ways"], queryFn: ({ signal }) => get<Ways>("/api/login", undefined, signal), staleTime: Infinity });

interface Props {
  ways: Ways;
  busy: boolean;
  passkeyLabel: string;
  onPasskey: () => void;
  /** What the provider's address carries, such as an invitation. */
  search?: string;
}

export function OtherWays({ ways, busy, passkeyLabel, onPasskey, search = "" }: Props) {
  const here = ways.passkeys && passkeysWork() && window.location.origin === ways.passkeys_at;
  const elsewhere = ways.passkeys && !here && window.location.hostname !== new URL(ways.passkeys_at).hostname;
  if (!here && !elsewhere && ways.providers.length === 0) return null;
  return (
    <Stack sx={{ gap: 1.25 }}>
      {ways.passwords && <Divider sx={{ color: "text.secondary", fontSize: "0.85rem" }}>or</Divider>}
      {here && <Button variant="outlined" size="large" startIcon={<Fingerprint size={19} />} disabled={busy} onClick={onPasskey} data-testid="passkey-button">{passkeyLabel}</Button>}
      {elsewhere && (
        <Typography sx={{ color: "text.secondary", fontSize: "0.85rem" }}>
          Passkeys work at <a href={ways.passkeys_at + window.location.pathname}>{ways.passkeys_at}</a>.
        </Typography>
      )}
      {ways.providers.map((provider) => (
        <Button key={provider.id} variant="outlined" size="large" startIcon={<LogIn size={19} />} href={`/login/oidc/${provider.id}${search}`} data-testid={`provider-${provider.id}`}>
          Continue with {provider.name}
        </Button>
      ))}
    </Stack>
  );
}
