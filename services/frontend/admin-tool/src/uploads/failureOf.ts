import { isProblem } from '@streamix/api';
import type { Failure } from './JobView';

/** The file is not the one that was begun with. */
export class OtherFile extends Error {}

export function failureOf(error: unknown): Failure {
  if (error instanceof OtherFile) return { kind: 'other-file' };
  return { kind: isProblem(error) && (error.status === 409 || error.status === 404) ? 'ended' : 'stopped', error };
}
