// A real OpenID Connect provider on loopback for the tests: node-oidc-provider, certified by the OpenID Foundation.
// node provider.mjs <module> <port> <client as JSON>: any login name is let in; what it claims follows from the name.
const [module, port, client] = process.argv.slice(2);
const { Provider } = await import(module);

const issuer = `http://127.0.0.1:${port}`;
const provider = new Provider(issuer, {
  clients: [JSON.parse(client)],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["preferred_username", "given_name", "family_name"] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  ttl: { Session: 3600, Interaction: 600, Grant: 3600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
  cookies: { keys: ["a key of the tests"] },
  // Whose name begins with "unverified-" has an address that nobody has proved.
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({
      sub: id, email: `${id.replace("unverified-", "")}@example.org`, email_verified: !id.startsWith("unverified-"),
      preferred_username: id, given_name: id[0].toUpperCase() + id.slice(1), family_name: "Example",
    }),
  }),
});
provider.listen(Number(port), "127.0.0.1", () => console.log("ready"));
