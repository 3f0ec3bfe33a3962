// An administrator, as a developer makes one: whoever proves the configured address.
import { randomUUID } from 'node:crypto';
import { until } from '../graph.mjs';

const email = 'admin@streamix.example';
const password = 'a house by the river 1815';

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

// The access token of the administrator.
export async function administrator(graph) {
  const gateway = await graph.address('infra-gateway');
  const key = { 'Idempotency-Key': randomUUID() };
  const { accountId } = await succeeds(() => call(gateway, '/api/v1/account/registrations', {
    method: 'POST', headers: key, body: { email, password, displayName: 'Ada', locale: 'en-GB', country: 'GB', termsVersion: '2026-01' },
  }), 'the administrator signs up');
  const code = await mailed(await graph.address('mail'), /^\s+([A-Z0-9]{6})\s*$/m);
  await succeeds(() => call(gateway, '/api/v1/identity/passcodes/verify', { method: 'POST', body: { accountId, code } }), 'the address is proven');
  return succeeds(async () => {
    const { session } = await call(gateway, '/api/v1/identity/sign-in', { method: 'POST', body: { email, password } });
    await call(gateway, '/api/v1/account/admin/accounts', { token: session.accessToken });
    return session.accessToken;
  }, 'the administrator signs in');
}

async function mailed(mail, pattern) {
  let found;
  await until(async () => {
    const mails = await call(mail, '/api/email');
    found = mails.filter(one => one.to.some(to => to.address === email)).map(one => one.text.match(pattern)?.[1]).find(Boolean);
    return found;
  }, `a mail with a code to ${email}`, 60_000);
  return found;
}

// What it gives once the platform has heard of everything it needs.
async function succeeds(act, what) {
  let last, result;
  await until(async () => {
    try { result = await act(); return true; } catch (error) { last = error; return false; }
  }, what, 60_000).catch(error => { throw new Error(`${error.message}; ${last?.message}`); });
  return result;
}
