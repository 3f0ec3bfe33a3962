import { describe, expect, test, vi } from 'vitest';
import { lastSessionEnd, onSessionEvent, type SessionEvent } from './channel';
import { held, json, nothing, platform, signInBefore } from '../testing';
import { sessionFetch } from './sessionFetch';
import { hasSession, profileChanged, signedIn, signOut } from './session';

const tokens = () => ({ accessExpiresAt: new Date(Date.now() + 900_000).toISOString() });

/** Another tab of the same browser. */
function otherTab() {
  const channel = new BroadcastChannel('streamix-session');
  const heard: SessionEvent[] = [];
  channel.addEventListener('message', ({ data }: MessageEvent<SessionEvent>) => heard.push(data));
  return { heard, say: (event: SessionEvent) => channel.postMessage(event), close: () => channel.close() };
}

describe('session', () => {
  test('SignedIn_EveryTab_HearsIt', async () => {
    const other = otherTab();
    signedIn(tokens());
    expect(hasSession()).toBe(true);
    await vi.waitFor(() => expect(other.heard).toEqual([{ kind: 'signed-in' }]));
    other.close();
  });

  test('SignOut_EveryTab_HearsItOnceTheEdgeAgreed', async () => {
    signInBefore();
    const other = otherTab();
    const edge = platform({ 'POST /session/sign-out': nothing() });
    await signOut();
    expect([edge.calls(), hasSession(), lastSessionEnd()]).toEqual([['POST /session/sign-out'], false, { reason: 'signed-out', here: true }]);
    await vi.waitFor(() => expect(other.heard).toEqual([{ kind: 'signing-out' }, { kind: 'signed-out', reason: 'signed-out' }]));
    other.close();
  });

  test('SignOut_WhileAPageReads_AsksNothingThatWouldBeRefused', async () => {
    signInBefore();
    const signedOut = held();
    const edge = platform({
      'GET /slow': [() => new Promise<Response>(() => {})],
      'GET /late': [json({})],
      'POST /session/sign-out': signedOut.answer,
    });
    const slow = sessionFetch(new Request('http://localhost/api/v1/slow'));
    const leaving = signOut();
    const late = sessionFetch(new Request('http://localhost/api/v1/late'));
    const lateIsOver = expect(late).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitFor(() => expect(edge.of('GET /slow')[0]?.request.signal.aborted).toBe(true));
    signedOut.release(nothing());
    await leaving;
    await lateIsOver;
    expect(edge.of('GET /late').length).toBe(0);
    void slow.catch(() => {});
  });

  test('SignOut_ThatFails_LetsThePageGoOn', async () => {
    signInBefore();
    const edge = platform({ 'GET /late': [json({})], 'POST /session/sign-out': [json({ title: 'Away' }, 503)] });
    const leaving = expect(signOut()).rejects.toMatchObject({ status: 503 });
    const late = sessionFetch(new Request('http://localhost/api/v1/late'));
    await leaving;
    expect((await late).status).toBe(200);
    expect(edge.of('GET /late').length).toBe(1);
  });

  test('SignOut_SessionMayLiveOn_StaysSignedInAndSaysSo', async () => {
    signInBefore();
    platform({ 'POST /session/sign-out': [json({ title: 'Away' }, 503)] });
    await expect(signOut()).rejects.toMatchObject({ status: 503 });
    expect(hasSession()).toBe(true);
  });

  test('SignOut_Everywhere_EndsAllSessions', async () => {
    signInBefore();
    const edge = platform({ 'DELETE /session': [json({ ended: 3 })] });
    await signOut(true);
    expect(edge.sent[0]?.query.get('everywhere')).toBe('true');
  });

  test('OtherTab_SignsOut_IsHeardHere', async () => {
    const other = otherTab();
    const heard = vi.fn();
    const stop = onSessionEvent(heard);
    other.say({ kind: 'signed-out', reason: 'revoked' });
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ kind: 'signed-out', reason: 'revoked' }, false));
    expect(lastSessionEnd()).toEqual({ reason: 'revoked', here: false });
    stop();
    other.close();
  });

  test('ProfileChanged_Listener_HearsItHere', () => {
    const heard = vi.fn();
    const stop = onSessionEvent(heard);
    profileChanged(tokens());
    stop();
    signedIn(tokens());
    expect(heard.mock.calls).toEqual([[{ kind: 'profile-changed' }, true]]);
  });
});
