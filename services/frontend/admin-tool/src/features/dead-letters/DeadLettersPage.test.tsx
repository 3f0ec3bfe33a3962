import { nothing, page, platform, type Sent } from '@streamix/api/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderPage } from '../operations/testing/renderPage';
import { Component } from './DeadLettersPage';

const letter = { id: 'l1', type: 'catalog.title-published', version: 1, handler: 'Indexer', subject: 'title:1', reason: 'boom', attempts: 5, correlationId: 'c', eventId: 'e', failedAt: '2026-01-01T00:00:00Z', occurredAt: '2026-01-01T00:00:00Z' };
const letters = '/operations/media-catalog/dead-letters';
const around = {
  'GET /operations/services': [{ service: 'media-catalog', offers: ['dead-letters'] }, { service: 'comms-email', offers: ['dead-letters'] }],
  [`GET ${letters}`]: page([letter]), 'GET /operations/comms-email/dead-letters': page([]),
  [`GET ${letters}/l1`]: { letter, body: { titleId: 'abc' } },
};
const at = '/dead-letters?service=media-catalog&handler=Indexer';

test('DeadLetters_Support_IsToldThatItIsNotForThem', async () => {
  const gateway = platform(around);
  await renderPage(Component, { at, roles: ['support'] });
  expect(screen.getByRole('heading', { level: 1, name: 'Not allowed' })).toBeVisible();
  expect(gateway.sent).toEqual([]);
});

test('DeadLetters_Opened_ShowsItsContentsAndDiscardsAfterAQuestion', async () => {
  const gateway = platform({ ...around, [`POST ${letters}/l1/discard`]: nothing() });
  await renderPage(Component, { at });
  expect(await screen.findByRole('button', { name: /comms-email\s*0/ })).toBeVisible();
  await userEvent.click(await screen.findByRole('button', { name: 'Open catalog.title-published of title:1' }));
  expect(await screen.findByText(/"titleId": "abc"/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
  expect(gateway.of(`POST ${letters}/l1/discard`)).toHaveLength(0);
  await userEvent.click(within(screen.getByRole('alertdialog', { name: 'Discard this event?' })).getByRole('button', { name: 'Discard' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(gateway.of(`POST ${letters}/l1/discard`)).toHaveLength(1);
});

test('DeadLetters_ReplayAll_FollowsTheFilterToItsEndAndSaysHowItWent', async () => {
  const gateway = platform({
    ...around, [`POST ${letters}/replay`]: ({ query }: Sent) =>
      query.has('after') ? { replayed: 3, failed: 1, next: null } : { replayed: 25, failed: 0, next: '0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10' },
  });
  await renderPage(Component, { at });
  await userEvent.click(await screen.findByRole('button', { name: 'Replay all that are found' }));
  await userEvent.click(within(screen.getByRole('alertdialog', { name: 'Replay all that are found' })).getByRole('button', { name: 'Replay all that are found' }));
  expect(await screen.findByText('Handled 28; failed again 1, and still here.')).toBeVisible();
  const calls = gateway.of(`POST ${letters}/replay`);
  expect(calls.map(({ query }) => query.get('handler'))).toEqual(['Indexer', 'Indexer']);
});
