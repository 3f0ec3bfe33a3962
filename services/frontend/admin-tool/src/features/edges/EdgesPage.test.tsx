import { page, platform } from '@streamix/api/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderPage } from '../operations/testing/renderPage';
import { Component } from './EdgesPage';

const edge = { name: 'edge-1', kind: 'own', state: 'active', condition: 'well', region: 'eu', address: 'http://e', capacity: 1000, bitsPerSecond: 950, cacheBytes: 10, connections: 2, cost: 1, hitRatio: 0.5, keys: [], reportedAt: null, weight: 1 };
const around = { 'GET /edges': [edge], 'GET /edges/jobs': page([]), 'GET /edges/edge-1': () => Response.json(edge, { headers: { ETag: '"7"' } }) };

test('Edges_Drain_ChangesTheStateAloneOnTheVersionRead', async () => {
  const gateway = platform({ ...around, 'PUT /edges/edge-1': { ...edge, state: 'draining' } });
  await renderPage(Component);
  await userEvent.click(await screen.findByRole('button', { name: 'Drain: edge-1' }));
  await userEvent.click(within(screen.getByRole('alertdialog', { name: 'Drain: edge-1' })).getByRole('button', { name: 'Drain' }));
  await waitFor(() => expect(gateway.of('PUT /edges/edge-1')).toHaveLength(1));
  const [put] = gateway.of('PUT /edges/edge-1');
  expect(put?.headers.get('If-Match')).toBe('"7"');
  expect(put?.body).toEqual({ capacity: 1000, cost: 1, region: 'eu', weight: 1, state: 'draining' });
});

test('Edges_Purge_IsOrderedWithAReasonAndAKey', async () => {
  const gateway = platform({ ...around, 'POST /edges/jobs': {} });
  await renderPage(Component);
  await userEvent.type(await screen.findByRole('textbox', { name: /Objects/ }), 'transcoder/a/');
  await userEvent.type(screen.getByRole('textbox', { name: /Why/ }), 'Wrong cut');
  await userEvent.click(screen.getByRole('button', { name: 'Drop from the caches' }));
  await waitFor(() => expect(gateway.of('POST /edges/jobs')[0]?.body).toEqual({ kind: 'purge', prefix: 'transcoder/a/', reason: 'Wrong cut' }));
  expect(gateway.of('POST /edges/jobs')[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
});
