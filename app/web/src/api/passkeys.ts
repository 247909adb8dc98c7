/** WebAuthn in the browser: from the portal's options (JSON) to the authenticator's answer (JSON). */

interface Begun { ceremony: string; options: Record<string, unknown> }
export interface Answered { ceremony: string; credential: Record<string, unknown> }

export const passkeysWork = (): boolean => typeof PublicKeyCredential !== "undefined" && window.isSecureContext;

function bytes(text: unknown): ArrayBuffer {
  const plain = atob(String(text).replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0)).buffer;
}

function text(buffer: ArrayBuffer): string {
  const plain = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

const withId = (entries: unknown): PublicKeyCredentialDescriptor[] =>
  ((entries ?? []) as { id: string; type: "public-key" }[]).map((entry) => ({ ...entry, id: bytes(entry.id) }));

async function asked(work: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await work();
    if (credential instanceof PublicKeyCredential) return credential;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "InvalidStateError") throw new Error("This device has a passkey for this portal already.", { cause });
    if (cause instanceof DOMException && cause.name === "SecurityError") throw new Error("Passkeys do not work at this address; open the portal by its name.", { cause });
    throw new Error("No passkey was used: the browser was told to stop, or took too long.", { cause });
  }
  throw new Error("The browser gave no passkey.");
}

/** Have the browser make a passkey. */
export async function makePasskey(begun: Begun): Promise<Answered> {
  const options = begun.options as { user: { id: string }; challenge: string; excludeCredentials?: unknown };
  const publicKey = { ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) }, excludeCredentials: withId(options.excludeCredentials) };
  const made = await asked(() => navigator.credentials.create({ publicKey: publicKey as unknown as PublicKeyCredentialCreationOptions }));
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    ceremony: begun.ceremony,
    credential: {
      id: made.id, rawId: text(made.rawId), type: made.type,
      response: { clientDataJSON: text(response.clientDataJSON), attestationObject: text(response.attestationObject) },
    },
  };
}

/** Have the browser answer with one of its passkeys. */
export async function answerByPasskey(begun: Begun): Promise<Answered> {
  const options = begun.options as { challenge: string; allowCredentials?: unknown };
  const publicKey = { ...options, challenge: bytes(options.challenge), allowCredentials: withId(options.allowCredentials) };
  const used = await asked(() => navigator.credentials.get({ publicKey: publicKey as unknown as PublicKeyCredentialRequestOptions }));
  const response = used.response as AuthenticatorAssertionResponse;
  return {
    ceremony: begun.ceremony,
    credential: {
      id: used.id, rawId: text(used.rawId), type: used.type,
      response: {
        clientDataJSON: text(response.clientDataJSON), authenticatorData: text(response.authenticatorData), signature: text(response.signature),
        userHandle: response.userHandle ? text(response.userHandle) : null,
      },
    },
  };
}

export type { Begun };
