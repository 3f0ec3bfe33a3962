import { ApiProblem } from './problem';
import { readProblem } from './readProblem';

interface Answer<D> {
  data?: D;
  error?: unknown;
  response: Response;
}

/** The data of an answer; throws ApiProblem of everything else. */
export async function unwrap<D>(call: Promise<Answer<D>>): Promise<D> {
  return (await settle(call)).data;
}

/** The data with its version, for If-Match. */
export async function unwrapWithETag<D>(call: Promise<Answer<D>>): Promise<{ data: D; etag: string | null }> {
  const { data, response } = await settle(call);
  return { data, etag: etagOf(response) };
}

export function etagOf(response: Response): string | null {
  return response.headers.get('ETag');
}

async function settle<D>(call: Promise<Answer<D>>): Promise<{ data: D; response: Response }> {
  const { data, error, response } = await reached(call);
  if (!response.ok) throw readProblem(response, error);
  // The client gives no data where the document promises none.
  return { data: data as D, response };
}

async function reached<D>(call: Promise<Answer<D>>): Promise<Answer<D>> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ApiProblem || isAbort(error)) throw error;
    throw ApiProblem.offline(error);
  }
}

function isAbort(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError';
}
