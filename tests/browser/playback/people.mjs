// People who sign up and in. An administrator is made as a developer makes one: whoever proves the configured address.
import { randomUUID } from 'node:crypto';
import { until } from '../graph.mjs';

const administratorsEmail = 'admin@streamix.example';
const joined = new Map();
export const password = 'a house by the river 1815';

// Calls the API; throws what it answers when that is no success.
export async function call(address, path, { method = 'GET', body, token, headers = {} } = {}) {
  const answer = await fetch(new URL(path, address), {
    method, body: body && JSON.stringify(body),
    headers: { ...body && { 'Content-Type': 'application/json' }, ...token && { Authorization: `Bearer ${token}` }, ...headers },
  });
  const text = await answer.text();
  if (!answer.ok) throw Object.assign(new Error(`${method} ${path}: ${answer.status} ${text}`), { status: answer.status });
  return text ? JSON.parse(text) : null;
}

// Signs somebody up, once, proves the address, and waits until everybody knows of them.
export function join(graph, email) {
  if (!joined.has(email)) joined.set(email, signUp(graph, email));
  return joined.get(email);
}

// The access token of the administrator.
export async function administrator(graph) {
  const gateway = await graph.address('infra-gateway');
  // A platform that runs already may have its administrator.
  await signIn(gateway, administratorsEmail).catch(() => join(graph, administratorsEmail));
  return succeeds(async () => {
    const token = await signIn(gateway, administratorsEmail);
    await call(gateway, '/api/v1/account/admin/accounts', { token });
    return token;
  }, 'the administrator signs in');
}

// An access token.
export async function signIn(gateway, email) {
  const { session } = await call(gateway, '/api/v1/identity/sign-in', { method: 'POST', body: { email, password } });
  return session.accessToken;
}

// The access token of the first profile.
export async function enter(gateway, email) {
  const token = await signIn(gateway, email);
  const { items: [profile] } = await call(gateway, '/api/v1/profiles', { token });
  return (await call(gateway, '/api/v1/session/profile', { method: 'PUT', body: { profileId: profile.id }, token })).accessToken;
}

async function signUp(graph, email) {
  const gateway = await graph.address('infra-gateway');
  const key = { 'Idempotency-Key': randomUUID() };
  const { accountId } = await succeeds(() => call(gateway, '/api/v1/account/registrations', {
    method: 'POST', headers: key, body: { email, password, displayName: 'Ada', locale: 'en-GB', country: 'GB', termsVersion: '2026-01' },
  }), `${email} signs up`);
  const code = await mailed(await graph.address('mail'), email, /^\s+([A-Z0-9]{6})\s*$/m);
  await succeeds(() => call(gateway, '/api/v1/identity/passcodes/verify', { method: 'POST', body: { accountId, code } }), `the address ${email} is proven`);
  await succeeds(() => enter(gateway, email), `${email} has a profile`);
}

async function mailed(mail, email, pattern) {
  let found;
  await until(async () => {
    const mails = await call(mail, '/api/email');
    found = mails.filter(one => one.to.some(to => to.address === email)).map(one => one.text.match(pattern)?.[1]).find(Boolean);
    return found;
  }, `a mail with a code to ${email}`, 60_000);
  return found;
}

// What it gives once the platform has heard of everything it needs.
export async function succeeds(act, what) {
  let last, result;
  await until(async () => {
    try { result = await act(); return true; } catch (error) { last = error; return false; }
  }, what, 60_000).catch(error => { throw new Error(`${error.message}; ${last?.message}`); });
  return result;
}
