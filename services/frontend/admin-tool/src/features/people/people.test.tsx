import { json, platform, problem } from '@streamix/api/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { renderAdmin } from '../titles/testing/renderAdmin';
import { personComplaints, personContentOf, personDraftOf } from './draft';
import { Component as PeoplePage } from './PeoplePage';
import { Component as PersonPage } from './PersonPage';

const person = (id: string, name: string) => ({ id, content: { name, slug: id, biographies: [], externalIds: [] }, createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' });

describe('person', () => {
  test('Person_ThroughTheForm_StaysTheSame', () => {
    const content = { name: 'Ana', slug: 'ana', bornOn: '1975-04-01', diedOn: null, birthPlace: 'Utrecht', biographies: [{ language: 'ar', text: 'مخرجة' }], externalIds: [{ source: 'imdb', value: 'nm1' }] };
    expect(personContentOf(personDraftOf(content))).toEqual(content);
  });

  test('Person_WhoDiedBeforeTheirBirth_Complains', () =>
    expect(Object.keys(personComplaints(personDraftOf({ name: 'Ana', bornOn: '1975-04-01', diedOn: '1975-03-31' })))).toEqual(['diedOn']));

  test('Biographies_TwiceOfALanguage_Complain', () =>
    expect(personComplaints(personDraftOf({ name: 'Ana', biographies: [{ language: 'en', text: 'A' }, { language: 'EN', text: 'B' }] }))).toEqual({ 'biographies[1].language': { word: 'twice' } }));

  test('Search_AsOneTypes_AsksByName', async () => {
    const given = platform({ 'GET /catalog/admin/people': ({ query }) => json({ items: [query.get('name') === 'ana' ? person('p1', 'Ana Lee') : person('p2', 'Bo')], next: null }) });
    const { place } = await renderAdmin(PeoplePage, '/people');
    await screen.findByRole('link', { name: 'Bo' });
    await userEvent.type(screen.getByRole('searchbox'), 'ana');
    await screen.findByRole('link', { name: 'Ana Lee' });
    expect(place()).toBe('/people?name=ana');
    expect(given.sent.length).toBeLessThan(6);
  });

  test('Person_Added_IsOpened', async () => {
    const given = platform({ 'GET /catalog/admin/people': json({ items: [], next: null }), 'POST /catalog/admin/people': json(person('p9', 'Ana Lee'), 201) });
    const { place } = await renderAdmin(PeoplePage, '/people');
    fireEvent.click(await screen.findByRole('button', { name: 'New person' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText(/^Name/), { target: { value: 'Ana Lee' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Create' }));
    await waitFor(() => expect(place()).toBe('/people/p9'));
    expect(given.of('POST /catalog/admin/people')[0]?.body).toMatchObject({ name: 'Ana Lee', slug: null });
  });

  test('Person_WhomTitlesName_IsNotDeleted', async () => {
    platform({ 'GET /catalog/admin/people/p1': json(person('p1', 'Ana Lee'), 200, { ETag: '"1"' }), 'DELETE /catalog/admin/people/p1': problem(409) });
    const { place } = await renderAdmin(PersonPage, '/people/:id', '/people/p1');
    fireEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    fireEvent.click(within(await screen.findByRole('alertdialog', { name: 'Delete this person?' })).getByRole('button', { name: 'Delete' }));
    await screen.findByText('Titles name them. Take them off those first.');
    expect(place()).toBe('/people/p1');
  });
});
