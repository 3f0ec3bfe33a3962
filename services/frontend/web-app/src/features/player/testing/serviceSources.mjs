import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const streaming = join(import.meta.dirname, '../../../../../../streaming');

/** What the services themselves say, so that a new code of theirs is noticed here. */
export function readService(name) {
  return readFileSync(join(streaming, `Streamix.Streaming.${name}.cs`), 'utf8');
}
