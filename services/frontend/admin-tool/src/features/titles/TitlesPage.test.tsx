import { json, platform, problem } from '@streamix/api/testing';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { vocabulary } from './testing/titles';
import { renderAdmin } from './testing/renderAdmin';
import { Component as TitlesPage } from './TitlesPage';

const line = (originalTitle: string) => ({
  id: originalTitle, kind: 'movie', parentId: null, seriesId: null, number: null, state: 'draft', revision: 1, slug: originalTitle.toLowerCase(), originalTitle, format: 'movie', year: 2024,
  plays: false, publishAt: null, publishedAt: null, updatedAt: '2026-01-01T00:00:00Z',
});
const list = 'GET /catalog/admin/titles';
const words = { 'GET /catalog/vocabulary': json(vocabulary) };

describe('titles', () => {
  test('Search_AsOneTypes_IsInTheAddressAndAsksThePlatform', async () => {
    const given = platform({ ...words, [list]: ({ query }) => json({ items: [line(query.get('text') === 'tide' ? 'Tide' : 'Other')], next: null }) });
    const { place } = await renderAdmin(TitlesPage, '/titles', '/titles?state=draft');
    await screen.findByRole('link', { name: 'Other' });
    await userEvent.type(screen.getByRole('searchbox'), 'tide');
    await screen.findByRole('link', { name: 'Tide' });
    expect(place()).toBe('/titles?text=tide&state=draft');
    expect(given.of(list).at(-1)?.query.get('state')).toBe('draft');
  });

  test('Search_WithoutResult_OffersAllTitles', async () => {
    platform({ ...words, [list]: ({ query }) => json({ items: query.has('kind') ? [] : [line('Tide')], next: null }) });
    const { place } = await renderAdmin(TitlesPage, '/titles', '/titles?kind=trailer');
    fireEvent.click(await screen.findByRole('button', { name: 'Show all titles' }));
    await screen.findByRole('link', { name: 'Tide' });
    expect(place()).toBe('/titles');
  });

  test('List_WithFurtherPages_ShowsMore', async () => {
    platform({ ...words, [list]: ({ query }) => json(query.has('after') ? { items: [line('Second')], next: null } : { items: [line('First')], next: 'c1' }) });
    await renderAdmin(TitlesPage, '/titles');
    await screen.findByRole('link', { name: 'First' });
    fireEvent.click(screen.getByRole('button', { name: /more$/i }));
    await screen.findByRole('link', { name: 'Second' });
  });

  test('List_ThatFails_SaysSoAndTriesAgain', async () => {
    platform({ ...words, [list]: [problem(403), json({ items: [line('Tide')], next: null })] });
    await renderAdmin(TitlesPage, '/titles');
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.getByRole('link', { name: 'Tide' })).toBeInTheDocument());
  });
});
