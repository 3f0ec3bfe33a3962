import { json, problem } from './answers';

const later = () => new Date(Date.now() + 900_000).toISOString();

/** The edge takes the token no more; with the reason when the session itself has ended. */
export function refused(reason?: string): Response {
  return problem(401, reason ? { reason } : {}, { 'WWW-Authenticate': 'Bearer error="invalid_token"' });
}

/** As the API asks for a fresh proof. */
export function proofWanted(): Response {
  return problem(401, {}, { 'WWW-Authenticate': 'Bearer error="insufficient_user_authentication", acr_values="aal1", max_age="300"' });
}

export function tokens() {
  return { sessionId: 's'.repeat(32), accessToken: null, accessExpiresAt: later(), refreshToken: null, refreshExpiresAt: null };
}

export function renewed(): Response {
  return json(tokens());
}

/** As if somebody had signed in a while ago. */
export function signInBefore(expiresInSeconds = 600): void {
  const now = Date.now();
  localStorage.setItem('streamix.session', JSON.stringify({ accessExpiresAt: now + expiresInSeconds * 1000, renewedAt: now - 120_000 }));
}
