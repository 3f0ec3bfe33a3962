import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sendPart } from './sendPart';

class Line {
  static last: Line;
  upload: { onprogress?: (event: { loaded: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  status = 0;
  sent: Record<string, string> = {};
  constructor() { Line.last = this; }
  open() {}
  send() {}
  setRequestHeader(name: string, value: string) { this.sent[name] = value; }
  getResponseHeader() { return '"etag"'; }
  abort() { this.onabort?.(); }
}

const address = { url: 'https://store/part', headers: { 'x-amz-checksum-sha256': 'sum' }, expiresAt: '2026-01-01T01:00:00Z' };
const begin = (signal = new AbortController().signal) => sendPart(address, new Blob(['film']), signal, () => {});

beforeEach(() => { vi.useFakeTimers(); vi.stubGlobal('XMLHttpRequest', Line); });
afterEach(() => { vi.useRealTimers(); });

test('sendPart_Stored_AnswersTheETagAndSendsTheChecksum', async () => {
  const part = begin();
  Line.last.status = 200;
  Line.last.onload?.();
  await expect(part).resolves.toBe('"etag"');
  expect(Line.last.sent).toEqual(address.headers);
});

test.each([[403, 'expired'], [503, 'network'], [400, 'refused']] as const)('sendPart_Status%i_Is%s', async (status, kind) => {
  const part = begin();
  Line.last.status = status;
  Line.last.onload?.();
  await expect(part).rejects.toMatchObject({ kind, status });
});

test('sendPart_LineFallsSilent_IsBrokenAfterHalfAMinute', async () => {
  const part = begin();
  const broken = expect(part).rejects.toMatchObject({ kind: 'network' });
  vi.advanceTimersByTime(29_000);
  Line.last.upload.onprogress?.({ loaded: 1 });
  vi.advanceTimersByTime(29_000);
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(1_000);
  await broken;
});

test('sendPart_BrowserGoesOffline_IsBrokenAtOnce', async () => {
  const part = begin();
  dispatchEvent(new Event('offline'));
  await expect(part).rejects.toMatchObject({ kind: 'network' });
});

test('sendPart_Stopped_IsAnAbort', async () => {
  const stop = new AbortController();
  const part = begin(stop.signal);
  stop.abort();
  await expect(part).rejects.toMatchObject({ name: 'AbortError' });
});
