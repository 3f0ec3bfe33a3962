import { platform, problem } from '@streamix/api/testing';
import { act, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { renderPage } from '../operations/testing/renderPage';
import { Component } from './HealthPage';
import { refreshEach } from './queries';

const service = (name: string, state: string, breaker = 'closed') => ({
  service: name, state, versions: [{ name: 'stable', resource: name, weight: 100, breaker, replicas: [{ number: 1, healthy: state === 'up', probes: 'Healthy', traffic: 'Unknown', requests: 0 }] }],
});

afterEach(() => { vi.useRealTimers(); });

test('Health_Page_ReadsAnewAndSaysSinceWhen', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  let state = 'up';
  const gateway = platform({ 'GET /operations/topology': () => [service('users-account', 'up'), service('media-catalog', state, state === 'up' ? 'closed' : 'open')] });
  await renderPage(Component);
  expect(await screen.findByText('Up: 2')).toBeVisible();
  expect(screen.getAllByText(/^So since .* at least$/)).toHaveLength(2);
  state = 'down';
  await act(() => vi.advanceTimersByTimeAsync(refreshEach));
  expect(await screen.findByText('Down: 1')).toBeVisible();
  expect(screen.getByText('Breaker open')).toBeVisible();
  expect(screen.getAllByRole('heading', { level: 2 }).map(heading => heading.textContent)).toEqual(['media-catalog', 'users-account']);
  expect(screen.getAllByText(/^So since .*[^t]$/)).toHaveLength(1);
  expect(gateway.sent.length).toBeGreaterThanOrEqual(2);
});

test('Health_Hidden_AsksNothing', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const gateway = platform({ 'GET /operations/topology': [service('users-account', 'up')] });
  await renderPage(Component);
  await screen.findByText('Up: 1');
  const seen = gateway.sent.length;
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  await act(() => vi.advanceTimersByTimeAsync(3 * refreshEach));
  expect(gateway.sent).toHaveLength(seen);
});

test('Health_GatewayStopsAnswering_KeepsWhatWasReadAndSaysThatItIsOld', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  let isAway = false;
  platform({ 'GET /operations/topology': () => isAway ? problem(503) : [service('users-account', 'up')] });
  await renderPage(Component);
  await screen.findByText('Up: 1');
  isAway = true;
  await act(() => vi.advanceTimersByTimeAsync(refreshEach));
  expect(await screen.findByText(/may be out of date/)).toBeVisible();
  expect(screen.getByText('Up: 1')).toBeVisible();
});
