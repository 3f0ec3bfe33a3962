import { json, platform, problem } from '@streamix/api/testing';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { Component as NewTitlePage } from './NewTitlePage';
import { id, titleFile, vocabulary } from './testing/titles';
import { renderAdmin } from './testing/renderAdmin';

const create = 'POST /catalog/admin/titles';
const words = { 'GET /catalog/vocabulary': json(vocabulary) };
const write = (label: RegExp, text: string) => fireEvent.change(screen.getByLabelText(label), { target: { value: text } });

describe('new title', () => {
  test('Movie_Created_SendsItOnceWithItsFirstText_AndOpensIt', async () => {
    const given = platform({ ...words, [create]: json(titleFile(), 201) });
    const { place } = await renderAdmin(NewTitlePage, '/titles/new');
    await screen.findByRole('radio', { name: /^Movie/ });
    write(/^Original title/, ' The Tide ');
    fireEvent.click(screen.getByRole('button', { name: 'Create' }));
    await waitFor(() => expect(place()).toBe(`/titles/${id}`));
    expect(given.of(create).map(sent => sent.body)).toEqual([{
      kind: 'movie', parentId: null,
      content: { originalTitle: 'The Tide', originalLanguage: 'en', format: 'movie', number: null, texts: [{ language: 'en', title: 'The Tide' }] },
    }]);
    expect(given.of(create)[0]?.headers.get('Idempotency-Key')).toBeTruthy();
  });

  test('Episode_BelongsToTheSeasonThatWasFound', async () => {
    const season = { id: 's1', kind: 'season', originalTitle: 'Season 1', slug: 'tide-s01' };
    const given = platform({ ...words, 'GET /catalog/admin/titles': json({ items: [season], next: null }), [create]: json(titleFile(), 201) });
    await renderAdmin(NewTitlePage, '/titles/new', '/titles/new?kind=episode');
    await userEvent.type(await screen.findByRole('combobox', { name: /^Belongs to/ }), 'Sea');
    await userEvent.click(await screen.findByRole('option', { name: /Season 1/ }));
    await userEvent.tab();
    await userEvent.type(screen.getByRole('textbox', { name: /^Number/ }), '3');
    await userEvent.tab();
    write(/^Original title/, 'Low water');
    fireEvent.click(screen.getByRole('button', { name: 'Create' }));
    await waitFor(() => expect(given.of(create)).toHaveLength(1));
    expect(given.of(create)[0]?.body).toMatchObject({ kind: 'episode', parentId: 's1', content: { number: 3, format: null } });
  });

  test('Refusal_OfAField_StandsAtThatField', async () => {
    platform({ ...words, [create]: problem(422, { errors: { 'content.originalTitle': ['is forbidden here'] } }) });
    await renderAdmin(NewTitlePage, '/titles/new');
    await screen.findByRole('radio', { name: /^Movie/ });
    write(/^Original title/, 'The Tide');
    fireEvent.click(screen.getByRole('button', { name: 'Create' }));
    await waitFor(() => expect(screen.getByLabelText(/^Original title/)).toHaveAccessibleDescription(/is forbidden here/));
  });
});
