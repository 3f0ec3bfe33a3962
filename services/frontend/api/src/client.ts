import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './generated/schema';
import { sessionFetch } from './session/sessionFetch';

export type Schemas = components['schemas'];
export type { paths as Paths } from './generated/schema';

/** One id goes through everything that a request sets off, so that a report can name it. */
const correlation: Middleware = {
  onRequest({ request }) {
    request.headers.set('X-Correlation-Id', crypto.randomUUID());
    return request;
  },
};

/** The API at this page's own origin. The session is in cookies: the edge knows our pages by what browsers send with them. */
export const api = createClient<paths>({ baseUrl: location.origin, credentials: 'same-origin', fetch: sessionFetch });

api.use(correlation);

export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}
