import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import { itemsOf, pages } from './paging';

const list = ['a', 'b', 'c', 'd', 'e'];
const load = async (after: string | undefined) => {
  const from = Number(after ?? 0);
  return { items: list.slice(from, from + 2), next: from + 2 < list.length ? String(from + 2) : null };
};

describe('pages', () => {
  test('Pages_EveryCursor_LeadsToTheNextPage', async () => {
    const data = await new QueryClient().fetchInfiniteQuery({ ...pages(['letters'], load), pages: 3 });
    expect(itemsOf(data)).toEqual(list);
    expect(data.pageParams).toEqual([undefined, '2', '4']);
  });

  test('Pages_LastPage_HasNoNext', async () => {
    const data = await new QueryClient().fetchInfiniteQuery({ ...pages(['letters'], load), pages: 9 });
    expect(data.pages).toHaveLength(3);
  });

  test('Items_NothingLoaded_IsEmpty', () => {
    expect(itemsOf(undefined)).toEqual([]);
  });
});
