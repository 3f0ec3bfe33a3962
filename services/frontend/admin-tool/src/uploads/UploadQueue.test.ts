import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PartFault } from './faults';
import { digest, FakeStore, film, network, partBytes, problem } from './testing';
import { UploadQueue } from './UploadQueue';

const draft = { titleId: 'title', protected: true, priority: 5 };
let store: FakeStore;
let completed: string[];

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z'), toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  store = new FakeStore();
  completed = [];
});

afterEach(() => { vi.useRealTimers(); });

test('add_WholeFile_SendsEachPartOnceAndCompletes', async () => {
  const queue = open();

  queue.add(draft, film(10 * partBytes + 3));
  await reaches(queue, 'completed');

  expect(store.sends.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 11 }, (_, i) => i + 1));
  expect(store.parts.get(11)?.bytes).toBe(3);
  expect(completed).toEqual(['asset']);
  expect(queue.snapshot()[0]).toMatchObject({ done: 10 * partBytes + 3, bytesPerSecond: 0 });
});

test('run_BrokenConnection_SendsTheSamePartsUntilTheyArrive', async () => {
  const broken = new Map([[2, 3], [5, 1]]);
  store.disturb = (what, number = 0) => {
    const left = broken.get(number) ?? 0;
    if (what === 'send' && left > 0) { broken.set(number, left - 1); throw network(); }
  };
  const queue = open();

  queue.add(draft, film(6 * partBytes));
  await reaches(queue, 'completed');

  expect(store.sends.filter(number => number === 2)).toHaveLength(4);
  expect(store.sends.filter(number => number === 5)).toHaveLength(2);
  expect(store.sends).toHaveLength(10);
});

test('run_ExpiredAddress_AsksForAnother', async () => {
  let isExpired = true, signed = 0;
  store.disturb = (what, number) => {
    if (what === 'sign') signed++;
    if (what === 'send' && number === 1 && isExpired) { isExpired = false; throw PartFault.of(403); }
  };
  const queue = open();

  queue.add(draft, film(3 * partBytes));
  await reaches(queue, 'completed');

  expect(signed).toBe(2);
});

test('run_PlatformDown_WaitsAndStartsOnce', async () => {
  let down = 3;
  store.disturb = what => { if (what === 'start' && down-- > 0) throw problem(503, 'unavailable'); };
  const queue = open();

  queue.add(draft, film(partBytes));
  await reaches(queue, 'completed');

  expect(store.starts).toHaveLength(1);
});

test('run_RefusedByTheStore_FailsAndCanBeTriedAgain', async () => {
  let isRefused = true;
  store.disturb = what => { if (what === 'send' && isRefused) throw PartFault.of(400); };
  const queue = open();
  const key = queue.add(draft, film(2 * partBytes));
  await reaches(queue, 'failed');
  expect(queue.snapshot()[0]?.failure?.kind).toBe('stopped');

  isRefused = false;
  queue.resume(key);
  await reaches(queue, 'completed');
});

test('pause_InTheMiddle_KeepsWhatArrivedAndGoesOn', async () => {
  let open5 = () => {};
  store.disturb = (what, number) => { if (what === 'send' && number === 4) { store.gate = new Promise(done => { open5 = done; }); } };
  const queue = open();
  const key = queue.add(draft, film(12 * partBytes));
  await until(() => store.gate !== undefined && store.sends.length >= 6);
  const arrived = new Set(store.parts.keys());

  queue.pause(key);
  await reaches(queue, 'paused');
  open5();
  store.gate = undefined;
  store.disturb = () => {};
  store.sends.length = 0;
  queue.resume(key);
  await reaches(queue, 'completed');

  expect(store.sends.filter(number => arrived.has(number))).toEqual([]);
});

test('adopt_AfterAReload_SendsOnlyWhatIsMissing', async () => {
  const file = film(9 * partBytes + 1);
  store.bytes = file.size;
  for (const number of [1, 3, 4]) store.parts.set(number, { bytes: partBytes, checksum: await digest(file.slice((number - 1) * partBytes, number * partBytes)), etag: `"old-${number}"` });
  store.parts.set(6, { bytes: partBytes, checksum: 'damaged', etag: '"old-6"' });
  const queue = open();
  await queue.adopt();
  await reaches(queue, 'absent');

  expect(queue.attach('upload', film(9 * partBytes + 1))).toBe(true);
  await reaches(queue, 'completed');

  expect(store.sends.toSorted((a, b) => a - b)).toEqual([2, 5, 6, 7, 8, 9, 10]);
});

test('attach_AnotherFile_IsRefusedAndNothingIsSent', async () => {
  const file = film(4 * partBytes);
  store.bytes = file.size;
  store.parts.set(1, { bytes: partBytes, checksum: await digest(file.slice(0, partBytes)), etag: '"old"' });
  const queue = open();
  await queue.adopt();
  await reaches(queue, 'absent');

  expect(queue.attach('upload', film(3 * partBytes))).toBe(false);
  expect(queue.attach('upload', film(4 * partBytes, 99))).toBe(true);
  await reaches(queue, 'failed');

  expect(queue.snapshot()[0]?.failure?.kind).toBe('other-file');
  expect(store.sends).toEqual([]);
});

test('complete_AnswerLost_ReadsThatItIsWhole', async () => {
  let isLost = true;
  store.disturb = what => {
    if (what !== 'complete') return;
    if (isLost) { isLost = false; store.state = 'completing'; throw problem(0, 'offline'); }
    store.state = 'completed';
    throw problem(409, 'upload-completing');
  };
  const queue = open();

  queue.add(draft, film(2 * partBytes));
  await reaches(queue, 'completed');
});

test('complete_PartLostByTheStore_SendsItAgain', async () => {
  let isFirst = true;
  store.disturb = what => { if (what === 'complete' && isFirst) { isFirst = false; store.parts.delete(2); } };
  const queue = open();

  queue.add(draft, film(3 * partBytes));
  await reaches(queue, 'completed');

  expect(store.sends.filter(number => number === 2)).toHaveLength(2);
  expect(store.sends).toHaveLength(4);
});

test('run_UploadExpired_OffersToBeginAnew', async () => {
  let isOver = true;
  store.disturb = what => { if (what === 'sign' && isOver) throw problem(409, 'upload-expired'); };
  const queue = open();
  const key = queue.add(draft, film(partBytes));
  await reaches(queue, 'failed');
  expect(queue.snapshot()[0]?.failure?.kind).toBe('ended');

  isOver = false;
  queue.restart(key);
  await reaches(queue, 'completed');

  expect(new Set(store.starts).size).toBe(2);
});

test('add_ManyFiles_GoTwoAtATime', async () => {
  let release = () => {};
  store.gate = new Promise(done => { release = done; });
  const queue = open();

  for (let i = 0; i < 4; i++) queue.add(draft, film(partBytes));
  await until(() => queue.snapshot().filter(({ state }) => state === 'sending').length === 2);
  expect(queue.snapshot().filter(({ state }) => state === 'queued')).toHaveLength(2);

  release();
  await until(() => queue.snapshot().every(({ state }) => state === 'completed'));
});

test('cancel_WhileSending_AbortsAndLeavesTheList', async () => {
  store.gate = new Promise(() => {});
  const queue = open();
  const key = queue.add(draft, film(3 * partBytes));
  await until(() => store.sends.length > 0);

  await queue.cancel(key);

  await until(() => queue.snapshot().length === 0);
  expect(store.state).toBe('aborted');
});

function open() {
  let keys = 0;
  return new UploadQueue({
    service: store.service, send: store.send, digest, newKey: () => `key-${++keys}`, now: () => Date.now(), random: () => 0.5,
    schedule: act => { queueMicrotask(act); }, completed: view => { completed.push(view.assetId ?? ''); },
  });
}

const reaches = (queue: UploadQueue, state: string) => until(() => queue.snapshot()[0]?.state === state, () => JSON.stringify(queue.snapshot()));

async function until(condition: () => boolean, tell = () => '') {
  for (let i = 0; i < 2000 && !condition(); i++) await vi.advanceTimersByTimeAsync(50);
  expect(condition(), tell()).toBe(true);
}
