import { expect, test } from 'vitest';
import { partKind, turnsOf } from './states';

test('Turns_ActiveEdge_IsDrainedBeforeItIsOff', () => {
  expect(turnsOf('active')).toEqual(['draining']);
  expect(turnsOf('draining')).toEqual(['active', 'off']);
  expect(turnsOf('off')).toEqual(['active']);
});

test('Part_EndedWithAnError_IsADanger', () => {
  const part = { edge: 'e', state: 'waiting', objects: 0, bytes: 0, error: null, endedAt: null };
  expect(partKind(part)).toBe('info');
  expect(partKind({ ...part, endedAt: '2026-01-01T00:00:00Z' })).toBe('success');
  expect(partKind({ ...part, endedAt: '2026-01-01T00:00:00Z', error: 'disk full' })).toBe('danger');
});
