import { api, pages, unwrap } from '@streamix/api';
import type { TitleLine } from '../catalog';
import { isNumbered, type Kind } from '../kinds';

export const childrenQuery = (parent: string, kind: Kind) => pages<TitleLine>(['titles', 'children', parent, kind], (after, signal) =>
  unwrap(api.GET('/api/v1/catalog/admin/titles', { params: { query: { parent, kind, sort: isNumbered(kind) ? 'number' : 'newest', limit: 100, after } }, signal })));
