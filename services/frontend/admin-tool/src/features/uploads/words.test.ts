import { expect, test } from 'vitest';
import type { JobView } from '../../uploads/JobView';
import { stateLine } from './words';

const format = { bytes: (value: number) => `${value} B`, clock: (seconds: number) => `${seconds} s` };
const t = ((key: string, values?: Record<string, string>) => values ? `${key} ${Object.values(values).join(' ')}` : key) as never;
const view: JobView = { key: 'k', state: 'sending', titleId: 't', fileName: 'film.mkv', bytes: 100, done: 40, bytesPerSecond: 20, secondsLeft: 3 };

test('stateLine_Sending_TellsSpeedAndRest', () => expect(stateLine(t, format, view)).toBe('speedAndRest speed 20 B 3 s'));

test('stateLine_SendingAtUnknownSpeed_SaysThatItIsSent', () =>
  expect(stateLine(t, format, { ...view, bytesPerSecond: 0, secondsLeft: undefined })).toBe('states.sending'));

test.each(['paused', 'waiting', 'absent', 'checking'] as const)('stateLine_%s_SaysSo', state => expect(stateLine(t, format, { ...view, state })).toBe(`states.${state}`));

test('stateLine_Failed_SaysWhatToDo', () =>
  expect(stateLine(t, format, { ...view, state: 'failed', failure: { kind: 'other-file' } })).toBe('failures.other-file'));

