import { nothing, page, platform } from '@streamix/api/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderPage } from '../operations/testing/renderPage';
import { Component } from './SearchIndexPage';

const job = { id: 'j1', kind: 'check', state: 'finished', generation: null, reason: 'weekly', startedBy: 'account:a', startedAt: '2026-01-01T00:00:00Z', endedAt: '2026-01-01T00:01:00Z', error: null, seen: 200, missing: 2, stale: 1, surplus: 0, repaired: 0, working: true };
const status = (running: object | null) => ({
  generations: [{ name: 'titles-1', state: 'live', titles: 200, format: 1, createdAt: '2026-01-01T00:00:00Z' }], lastCheck: job, running,
  eventToSearchable: { count: 4, p50Seconds: 0.4, p99Seconds: 1.2, maxSeconds: 1.3, slowest: [] },
});
const around = (running: object | null) => ({ 'GET /indexing': status(running), 'GET /indexing/jobs': page([job]), 'GET /indexing/synonyms': { groups: [['sci-fi', 'science fiction']] } });

test('SearchIndex_Drift_SaysWhatDiffers', async () => {
  platform(around(null));
  await renderPage(Component);
  expect(await screen.findByText('Titles that differ: 3')).toBeVisible();
});

test('SearchIndex_Rebuild_WantsAReason', async () => {
  const gateway = platform({ ...around(null), 'POST /indexing/rebuilds': { ...job, kind: 'rebuild', state: 'running' } });
  await renderPage(Component);
  await userEvent.click(await screen.findByRole('button', { name: 'Rebuild' }));
  const dialog = within(screen.getByRole('alertdialog', { name: 'Rebuild' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Rebuild' }));
  expect(await dialog.findByText('Say why.')).toBeVisible();
  expect(gateway.of('POST /indexing/rebuilds')).toHaveLength(0);
  await userEvent.type(dialog.getByRole('textbox', { name: /Why/ }), 'Another weight');
  await userEvent.click(dialog.getByRole('button', { name: 'Rebuild' }));
  await waitFor(() => expect(gateway.of('POST /indexing/rebuilds')[0]?.body).toEqual({ reason: 'Another weight' }));
});

test('SearchIndex_JobRuns_ShowsItsProgressAndBeginsNoOther', async () => {
  platform(around({ ...job, kind: 'rebuild', state: 'running', seen: 50, endedAt: null }));
  await renderPage(Component);
  expect(await screen.findByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
  expect(screen.getByRole('button', { name: 'Repair' })).toBeDisabled();
});

test('SearchIndex_Synonyms_AreCheckedAndSaved', async () => {
  const gateway = platform({ ...around(null), 'PUT /indexing/synonyms': nothing() });
  await renderPage(Component);
  const field = await screen.findByRole('textbox', { name: /Phrases that mean the same/ });
  fireEvent.change(field, { target: { value: 'alone' } });
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  fireEvent.change(field, { target: { value: 'a, b\nc, d' } });
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(gateway.of('PUT /indexing/synonyms')[0]?.body).toEqual({ groups: [['a', 'b'], ['c', 'd']] }));
});
