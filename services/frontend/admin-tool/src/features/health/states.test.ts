import { expect, test } from 'vitest';
import { countByHealth, follow, healthOf, inOrder } from './states';

const service = (name: string, state: string) => ({ service: name, state, versions: [] });

test('Health_UnknownWord_IsNotShownAsWell', () => {
  expect(healthOf('up')).toBe('up');
  expect(healthOf('melting')).toBe('degraded');
});

test('Health_Services_AreCountedAndTheWorstComeFirst', () => {
  const services = [service('b', 'up'), service('c', 'down'), service('a', 'up'), service('d', 'degraded')];
  expect(countByHealth(services)).toEqual({ up: 2, degraded: 1, down: 1 });
  expect(inOrder(services).map(({ service: name }) => name)).toEqual(['c', 'd', 'a', 'b']);
});

test('Since_StateStays_KeepsItsTime', () => {
  const first = follow(new Map(), [service('a', 'up')], 1);
  const second = follow(first, [service('a', 'up')], 2);
  expect(second.get('a')).toEqual({ state: 'up', at: 1, isFirst: true });
});

test('Since_StateChanges_BeginsAnew', () => {
  const first = follow(new Map(), [service('a', 'up')], 1);
  expect(follow(first, [service('a', 'down')], 2).get('a')).toEqual({ state: 'down', at: 2, isFirst: false });
});
