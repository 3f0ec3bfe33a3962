// The line between a browser and the object store: what goes over it, and how fast.
import assert from 'node:assert/strict';
import { until } from '../../graph.mjs';

// Listens to the parts that a context sends.
export class Line {
  sent = [];
  arrived = new Set();

  constructor(context) {
    context.on('request', request => { const part = partOf(request); if (part) this.sent.push(part); });
    context.on('response', answer => { const part = partOf(answer.request()); if (part && answer.ok()) this.arrived.add(part); });
  }

  hasArrived(count, within = 120_000) { return until(() => this.arrived.size >= count, `${count} parts have arrived`, within); }
}

// Of every upload of S3 in parts.
function partOf(request) {
  if (request.method() !== 'PUT') return null;
  const part = new URL(request.url()).searchParams.get('partNumber');
  return part && Number(part);
}

// Bytes per second, for this page; then nothing at all, and at last as fast as it goes.
export async function slow(page, bytes) {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Network.enable');
  const limit = (uploadThroughput, offline = false) => tools.send('Network.emulateNetworkConditions', { offline, latency: 0, downloadThroughput: -1, uploadThroughput });
  await limit(bytes);
  return { cut: () => limit(-1, true), end: () => limit(-1) };
}

// What arrived before the interruption is not sent after it; that nothing is left out is what the catalog checks.
export function isContinued(before, line, parts) {
  assert.ok(before.size > 0 && before.size < parts, `${before.size} of ${parts} had arrived`);
  assert.ok(line.sent.length > 0, 'the others are sent');
  assert.deepEqual(line.sent.filter(part => before.has(part)), [], 'what had arrived is not sent again');
}
