// A hospital's OpenID provider (oidc-provider) on loopback: node hospital-login.mjs REDIRECT_URI. Prints its port.
// Whoever signs in by the form is who the form says; the email is vouched for unless the name begins with "unsure".
import { Provider } from 'oidc-provider';

const [redirectUri] = process.argv.slice(2);
const client = { client_id: 'clinicall', client_secret: 'a secret between the two', redirect_uris: [redirectUri] };
const emailOf = (login) => (login.includes('@') ? login : `${login}@hospital.example`);

const { createServer } = await import('node:http');
const server = createServer((request, response) => provider.callback()(request, response));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address();
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [client],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: emailOf(id), email_verified: !id.startsWith('unsure') }),
  }),
  pkce: { required: () => true },
  cookies: { keys: ['of this test alone'] },
});
console.log(JSON.stringify({ port }));
