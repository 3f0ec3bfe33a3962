import { json, nothing, platform, problem } from '@streamix/api/testing';
import { press } from '@streamix/ui/testing';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '../auth/testing/renderPage';
import { Component as SessionsPage } from './SessionsPage';

const read = 'GET /session';
const here = {
  id: 'a'.repeat(32), current: true, device: 'Firefox on Linux', method: 'password+totp', place: { country: 'DE', city: 'Berlin' }, address: '203.0.113.7',
  openedAt: '2026-01-01T00:00:00Z', lastUsedAt: '2026-01-02T00:00:00Z', expiresAt: '2026-03-01T00:00:00Z', persistent: true,
};
const television = { ...here, id: 'b'.repeat(32), current: false, device: 'Television', method: 'device', place: null, address: null };
const page = (...items: object[]) => json({ items, next: null });

test('Sessions_Listed_TellWhereHowAndWhichIsThisOne', async () => {
  platform({ [read]: page(here, television) });
  await renderPage(<SessionsPage />, '/account/sessions');
  const [first, second] = await screen.findAllByRole('listitem');
  expect(first).toHaveTextContent('This device');
  expect(first).toHaveTextContent('Berlin, Germany, 203.0.113.7');
  expect(first).toHaveTextContent('with password and authenticator app');
  expect(second).toHaveTextContent('Television');
  expect(second).not.toHaveTextContent('This device');
});

test('Session_Ended_IsGone', async () => {
  const end = `DELETE /session/${television.id}`;
  const gateway = platform({ [read]: [page(here, television), page(here)], [end]: nothing() });
  await renderPage(<SessionsPage />, '/account/sessions');
  await screen.findByText('Television');
  press('Sign out Television');
  await waitFor(() => expect(screen.queryByText('Television')).toBeNull());
  expect(gateway.of(end)).toHaveLength(1);
  expect(screen.getByText('You are signed in nowhere else.')).toBeInTheDocument();
});

test('Others_EndedAfterAQuestion_OnlyThisOneStays', async () => {
  const end = 'DELETE /session';
  const gateway = platform({ [read]: [page(here, television), page(here)], [end]: json({ ended: 1 }) });
  await renderPage(<SessionsPage />, '/account/sessions');
  await screen.findByText('Television');
  press('Sign out everywhere else');
  const dialog = await screen.findByRole('alertdialog', { name: 'Sign out everywhere else?' });
  expect(gateway.of(end)).toEqual([]);
  within(dialog).getByRole('button', { name: 'Sign them out' }).click();
  expect(await screen.findByText('Signed out elsewhere: 1')).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByText('Television')).toBeNull());
});

test('Session_NotEnded_StaysAndIsSaid', async () => {
  platform({ [read]: page(here, television), [`DELETE /session/${television.id}`]: problem(503) });
  await renderPage(<SessionsPage />, '/account/sessions');
  await screen.findByText('Television');
  press('Sign out Television');
  expect(await screen.findByText(/That did not work/)).toBeInTheDocument();
  expect(screen.getByText('Television')).toBeInTheDocument();
});

test('Sessions_MorePages_AreLoadedOnDemand', async () => {
  platform({ [read]: [json({ items: [here], next: 'cursor' }), page(television)] });
  await renderPage(<SessionsPage />, '/account/sessions');
  await screen.findByText('Firefox on Linux');
  press('Show more');
  expect(await screen.findByText('Television')).toBeInTheDocument();
});

test('Sessions_NotThere_MayBeTriedAgain', async () => {
  platform({ [read]: [problem(500), page(here)] });
  await renderPage(<SessionsPage />, '/account/sessions');
  await screen.findByRole('button', { name: 'Try again' });
  press('Try again');
  expect(await screen.findByText('Firefox on Linux')).toBeInTheDocument();
});
