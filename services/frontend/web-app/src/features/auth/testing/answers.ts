import { json } from '@streamix/api/testing';

const later = () => new Date(Date.now() + 900_000).toISOString();

export function signedInAnswer(): Response {
  return json({ outcome: 'signed-in', session: { sessionId: 's'.repeat(32), accessExpiresAt: later(), refreshExpiresAt: later() } });
}

export function secondFactorAnswer(methods: string[], expiresAt = new Date(Date.now() + 300_000).toISOString()): Response {
  return json({ outcome: 'second-factor', challenge: { id: '01976f3e-5b1c-7b3a-9d53-2f8f6f0c1a11', methods, expiresAt } });
}

export const account = {
  id: '0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b11',
  email: 'ada@example.org',
  displayName: 'Ada',
  givenName: null,
  familyName: null,
  birthDate: null,
  phone: null,
  locale: 'en',
  country: 'GB',
  status: 'active',
  roles: [],
  marketingConsent: false,
  termsVersion: '2026-01',
  registeredAt: '2026-01-01T00:00:00Z',
};
