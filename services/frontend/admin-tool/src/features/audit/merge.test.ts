import { expect, test } from 'vitest';
import { begin, hasMore, mergeNext } from './merge';

interface Item { id: string; at: string }
const item = (id: string, minute: number): Item => ({ id, at: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString() });
const timeOf = ({ at }: Item) => at;
const ids = (items: Item[]) => items.map(({ id }) => id);

const lists: Record<string, Item[][]> = {
  a: [[item('a9', 9), item('a2', 2)], [item('a1', 1)]],
  b: [[item('b8', 8), item('b7', 7)], [item('b6', 6), item('b0', 0)]],
};

async function load(service: string, after: string | undefined) {
  const at = Number(after ?? 0);
  const pages = lists[service] ?? [];
  return { items: pages[at] ?? [], next: at + 1 < pages.length ? String(at + 1) : null };
}

test('Merge_SeveralServices_GivesTheLatestOfAllFirst', async () => {
  const { items, sources } = await mergeNext<Item, string>(begin(['a', 'b']), 10, timeOf, load);
  expect(ids(items)).toEqual(['a9', 'b8', 'b7', 'b6', 'a2', 'a1', 'b0']);
  expect(hasMore(sources)).toBe(false);
});

test('Merge_PageByPage_LosesAndRepeatsNothing', async () => {
  const seen: string[] = [];
  let sources = begin(['a', 'b']) as Parameters<typeof mergeNext<Item, string>>[0];
  for (let turns = 0; hasMore(sources) && turns < 10; turns++) {
    const page = await mergeNext<Item, string>(sources, 2, timeOf, load);
    expect(page.items.length).toBeLessThanOrEqual(2);
    seen.push(...ids(page.items));
    sources = page.sources;
  }
  expect(seen).toEqual(['a9', 'b8', 'b7', 'b6', 'a2', 'a1', 'b0']);
});

test('Merge_OneServiceFails_NamesItAndGivesTheOthers', async () => {
  const { items, failed, sources } = await mergeNext<Item, string>(begin(['a', 'broken']), 10, timeOf, (service, after) =>
    service === 'broken' ? Promise.reject(new Error('503')) : load(service, after));
  expect(ids(items)).toEqual(['a9', 'a2', 'a1']);
  expect(failed.map(({ service }) => service)).toEqual(['broken']);
  expect(hasMore(sources)).toBe(false);
});

test('Merge_LeftInTheMiddle_IsNoFailureOfAService', async () => {
  const abort = new DOMException('left', 'AbortError');
  await expect(mergeNext<Item, string>(begin(['a']), 1, timeOf, () => Promise.reject(abort))).rejects.toBe(abort);
});

test('Merge_EmptyPageThatGoesOn_IsReadPast', async () => {
  const { items } = await mergeNext<Item, string>(begin(['a']), 1, timeOf, async (_, after) =>
    after === undefined ? { items: [], next: '1' } : { items: [item('late', 3)], next: null });
  expect(ids(items)).toEqual(['late']);
});
