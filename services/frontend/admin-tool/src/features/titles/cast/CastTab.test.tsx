import { json, platform } from '@streamix/api/testing';
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { id, titleFile, vocabulary } from '../testing/titles';
import { renderAdmin } from '../testing/renderAdmin';
import { Component as TitlePage } from '../TitlePage';

const credits = [{ personId: 'p1', department: 'cast', character: 'Rita' }, { personId: 'p2', department: 'director', character: null }];
const content = { ...titleFile().content, credits };
const person = (one: string, name: string) => json({ id: one, content: { name }, createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' }, 200, { ETag: '"p"' });
const put = `PUT /catalog/admin/titles/${id}`;

test('Billing_MovedByKeyboard_IsSavedInItsNewOrder', async () => {
  const given = platform({
    'GET /catalog/vocabulary': json(vocabulary), 'GET /catalog/admin/people': json({ items: [], next: null }), 'GET /catalog/admin/people/p1': person('p1', 'Ana'), 'GET /catalog/admin/people/p2': person('p2', 'Bo'),
    [`GET /catalog/admin/titles/${id}`]: json(titleFile({ content }), 200, { ETag: '"1"' }), [put]: json(titleFile({ revision: 2, content: { ...content, credits: [...credits].reverse() } }), 200, { ETag: '"2"' }),
  });
  await renderAdmin(TitlePage, '/titles/:id', `/titles/${id}?tab=cast`);
  const row = (await screen.findByRole('link', { name: 'Bo' })).closest('li');
  if (!row) throw new Error('Bo has no row');
  fireEvent.keyDown(within(row).getByRole('link', { name: 'Bo' }), { key: 'ArrowUp', altKey: true });
  expect(screen.getAllByRole('listitem').map(item => within(item).queryByRole('link')?.textContent).filter(name => name === 'Ana' || name === 'Bo')).toEqual(['Bo', 'Ana']);
  expect(screen.getByText('Now in place 1 of 2')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Everything is saved.');
  expect(given.of(put)[0]?.body).toMatchObject({ originalTitle: 'The Tide', credits: [...credits].reverse() });
});
