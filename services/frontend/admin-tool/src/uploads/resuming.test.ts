import { beforeEach, expect, test } from 'vitest';
import { digest, FakeStore, film, partBytes, problem } from './testing';
import { openQueue, reaches, until } from './testingQueue';

const draft = { titleId: 'title', protected: true, priority: 5 };
let store: FakeStore;

beforeEach(() => { store = new FakeStore(); });

const open = () => openQueue(store);

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
