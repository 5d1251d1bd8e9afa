// A partner's program with a client library of other people's making: it finds every address by discovery, gets a token and asks
// the API. Arguments: the origin, how it authenticates, its client id, and its secret or its private key (ES256, a JSON Web Key).
import * as client from "openid-client";

const [origin, way, id, secret] = process.argv.slice(2);

const privateKey = async () => {
  const { kid, ...jwk } = JSON.parse(secret);
  const key = await crypto.subtle.importKey("jwk", jwk, { name: "ECDSA", namedCurve: "P-256" }, false, ["sign"]);
  return client.PrivateKeyJwt({ key, kid });
};

const ways = { post: () => client.ClientSecretPost(secret), basic: () => client.ClientSecretBasic(secret), key: privateKey };

// Cleartext is for this machine alone.
const server = await client.discovery(new URL(origin), id, undefined, await ways[way](), { execute: [client.allowInsecureRequests] });
const tokens = await client.clientCredentialsGrant(server, { scope: "needs.read" });
const answer = await client.fetchProtectedResource(server, tokens.access_token, new URL("api/v1/needs?limit=1", origin), "GET");
const page = await answer.json();
console.log(JSON.stringify({ type: tokens.token_type, scope: tokens.scope ?? "needs.read", lives: tokens.expires_in, status: answer.status, isPage: Array.isArray(page.items) }));
