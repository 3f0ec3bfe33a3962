import { json, nothing, platform, problem } from '@streamix/api/testing';
import { press } from '@streamix/ui/testing';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '../auth/testing/renderPage';
import { Component as ManageProfilesPage } from './ManageProfilesPage';
import { byron, child, page, profile } from './profiles.fixture';

const list = 'GET /profiles';
const order = 'PUT /profiles/order';
const ada = profile();
const shown = () => [...document.querySelectorAll('bdi')].map(name => name.textContent);

async function show() {
  await renderPage(<ManageProfilesPage />, '/profiles/manage');
  await screen.findByText('Ada');
}

test('Manage_Profiles_AreLedToTheirForms', async () => {
  platform({ [list]: json(page(ada, byron, child)) });
  await show();
  expect(screen.getByRole('link', { name: 'Edit Byron' })).toHaveAttribute('href', `/profiles/${byron.id}`);
  expect(screen.getByText('Up to 6 years')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Move Ada forward' })).toBeDisabled();
  expect(screen.getByRole('button', { name: 'Move Allegra back' })).toBeDisabled();
});

test('Manage_Moved_IsArrangedAtOnceAndTold', async () => {
  const gateway = platform({ [list]: [json(page(ada, byron, child)), json(page(byron, ada, child))], [order]: nothing() });
  await show();
  press('Move Byron forward');
  await waitFor(() => expect(shown()).toEqual(['Byron', 'Ada', 'Allegra']));
  await waitFor(() => expect(gateway.bodies(order)).toEqual([{ profiles: [byron.id, ada.id, child.id] }]));
});

test('Manage_MoveRefused_GoesBack', async () => {
  const gateway = platform({ [list]: json(page(ada, byron)), [order]: problem(503) });
  await show();
  press('Move Ada back');
  expect(await screen.findByText(/order could not be changed/)).toBeInTheDocument();
  await waitFor(() => expect(gateway.of(list)).toHaveLength(2));
  expect(shown()).toEqual(['Ada', 'Byron']);
});
