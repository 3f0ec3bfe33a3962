import { page, platform, problem } from '@streamix/api/testing';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '../operations/testing/renderPage';
import { Component } from './OverviewPage';

const queue = { jobs: { running: 1, waiting: 7, failed: 0 }, paused: false, pausedAt: null, tasks: 3, workers: [] };
const all = {
  'GET /transcoding/queue': queue, 'GET /operations/topology': [{ service: 'users-account', state: 'up', versions: [] }],
  'GET /operations/services': [{ service: 'media-catalog', offers: ['audit', 'dead-letters'] }],
  'GET /operations/media-catalog/dead-letters': page([{}, {}]), 'GET /operations/media-catalog/audit': page([]),
  'GET /account/admin/accounts': page([]), 'GET /indexing': problem(503),
};
const titles = () => screen.getAllByRole('heading', { level: 2 }).map(heading => heading.textContent);

test('Overview_Editor_SeesTheQueueAndAsksNothingElse', async () => {
  const gateway = platform(all);
  await renderPage(Component, { roles: ['editor'] });
  expect(await screen.findByText('7')).toBeVisible();
  expect(titles()).toEqual(['Transcoding']);
  expect(new Set(gateway.sent.map(({ call }) => call))).toEqual(new Set(['GET /transcoding/queue']));
});

test('Overview_Support_SeesPeopleAndTheAuditLogOnly', async () => {
  const gateway = platform(all);
  await renderPage(Component, { roles: ['support'] });
  expect(await screen.findByText('Nothing recorded')).toBeVisible();
  expect(titles()).toEqual(['Who joined last', 'What operators did last']);
  expect(gateway.of('GET /operations/topology')).toHaveLength(0);
});

test('Overview_OneCardFails_TheOthersStand', async () => {
  platform(all);
  await renderPage(Component);
  expect(await screen.findByText('Every service is up.')).toBeVisible();
  expect(await screen.findByRole('link', { name: 'media-catalog' })).toHaveAttribute('href', '/dead-letters?service=media-catalog');
  expect(within(await screen.findByRole('alert')).getByRole('button', { name: /Try again/ })).toBeVisible();
});
