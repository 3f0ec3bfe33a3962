import { json, platform, problem } from '@streamix/api/testing';
import { press } from '@streamix/ui/testing';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '../auth/testing/renderPage';
import { Component as ErasureReceiptPage } from './ErasureReceiptPage';

const read = 'GET /account/erasures/r3ceipt';
const part = { service: 'users-profile', state: 'confirmed', erased: 7, passes: 2, firstPassAt: null, confirmedAt: '2026-01-02T00:00:00Z' };
const receipt = {
  receipt: 'r3ceipt', state: 'running', startedAt: '2026-01-01T00:00:00Z', deadline: '2026-01-31T00:00:00Z', finishedAt: null,
  services: [part, { ...part, service: 'comms-email', state: 'settling', erased: 3, confirmedAt: null }],
};
const open = () => renderPage(<ErasureReceiptPage />, '/erasure-receipt#receipt=r3ceipt', { route: '/erasure-receipt', me: null });

test('Receipt_Running_TellsHowFarAndByWhen', async () => {
  platform({ [read]: json(receipt) });
  await open();
  expect(await screen.findByText(/It is done by/)).toBeInTheDocument();
  expect(screen.getByText('1 of 2')).toBeInTheDocument();
  expect(screen.getByText(/Entries erased: 7/)).toBeInTheDocument();
});

test('Receipt_Done_SaysWhen', async () => {
  platform({ [read]: json({ ...receipt, state: 'done', finishedAt: '2026-01-02T00:00:00Z' }) });
  await open();
  expect(await screen.findByText(/Everything was erased on/)).toBeInTheDocument();
});

test('Receipt_Unknown_IsSaid', async () => {
  platform({ [read]: problem(404) });
  await open();
  expect(await screen.findByText('There is no such receipt')).toBeInTheDocument();
});

test('Receipt_NotThereNow_MayBeTriedAgain', async () => {
  platform({ [read]: [problem(503), json(receipt)] });
  await open();
  await screen.findByRole('button', { name: 'Try again' });
  press('Try again');
  expect(await screen.findByText(/It is done by/)).toBeInTheDocument();
});
