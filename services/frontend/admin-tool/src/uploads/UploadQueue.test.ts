import { beforeEach, expect, test } from 'vitest';
import { PartFault } from './faults';
import { FakeStore, film, network, partBytes, problem } from './testing';
import { openQueue, reaches, until } from './testingQueue';

const draft = { titleId: 'title', protected: true, priority: 5 };
let store: FakeStore;
let completed: string[];

beforeEach(() => {
  store = new FakeStore();
  completed = [];
});

const open = () => openQueue(store, completed);

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
