import { api, ApiProblem, isProblem, newIdempotencyKey, unwrap } from '@streamix/api';
import { Findings, type Complaints } from './details/complaints';
import { limits } from './details/limits';
import type { TitleFile } from './catalog';
import { isHead, isNumbered, parentsOf, type Kind } from './kinds';

export interface NewDraft { kind: Kind; parentId: string | null; originalTitle: string; originalLanguage: string; format: string | null; number: number | null }

export function newComplaints(draft: NewDraft): Complaints {
  return new Findings()
    .say('parentId', parentsOf(draft.kind).length > 0 && !draft.parentId, 'parent')
    .line('originalTitle', draft.originalTitle, limits.title).language('originalLanguage', draft.originalLanguage)
    .say('format', isHead(draft.kind) && !draft.format, 'required')
    .say('number', isNumbered(draft.kind) && draft.number === null, 'required').range('number', draft.number, 0, limits.number)
    .all;
}

/** Adds it as a draft, with its title as its first text: most titles are called in their language what they are called. */
export async function createTitle(draft: NewDraft, key = newIdempotencyKey()): Promise<TitleFile> {
  const { kind, parentId, format, number } = draft;
  const [originalTitle, originalLanguage] = [draft.originalTitle.trim(), draft.originalLanguage.trim()];
  const content = {
    originalTitle, originalLanguage, format: isHead(kind) ? format : null, number: isNumbered(kind) ? number : null,
    texts: [{ language: originalLanguage, title: originalTitle }],
  };
  try {
    return await unwrap(api.POST('/api/v1/catalog/admin/titles', {
      params: { header: { 'Idempotency-Key': key } },
      body: { kind, parentId: parentsOf(kind).length > 0 ? parentId : null, content },
    }));
  } catch (error) {
    throw withFieldNames(error);
  }
}

/** The API tells `content.format`; the field is called `format`. */
export function withFieldNames(error: unknown): unknown {
  if (!isProblem(error) || Object.keys(error.errors).length === 0) return error;
  const errors = Object.fromEntries(Object.entries(error.errors).map(([name, messages]) => [name.replace(/^content\./i, ''), messages]));
  const { status, code, title, detail, reason, retryAfterSeconds, stepUp, traceId, extensions, offline } = error;
  return new ApiProblem({ status, code, title, detail, errors, reason, retryAfterSeconds, stepUp, traceId, extensions, offline }, error);
}
