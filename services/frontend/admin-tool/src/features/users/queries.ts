import { api, pages, unwrap, unwrapWithETag, type Schemas } from '@streamix/api';
import { queryOptions } from '@tanstack/react-query';
import type { Filters } from '../operations/filters';

export type AccountSummary = Schemas['UsersAccount.AccountSummary'];
export type AccountFile = Schemas['UsersAccount.AccountFile'];
export type Move = 'suspend' | 'reinstate' | 'close';

export const statuses = ['pending', 'active', 'suspended', 'closed'] as const;
export const sorts = ['newest', 'oldest', 'email', 'name'] as const;
export const reasons = ['abuse', 'fraud', 'payment', 'security', 'owner-request', 'legal', 'other'] as const;
export type Reason = (typeof reasons)[number];
export const searchFields = ['email', 'name', 'status', 'role', 'country', 'sort'] as const;
export type UserSearch = Filters<(typeof searchFields)[number]>;

export const usersQuery = (search: UserSearch) => pages(['users', 'list', search], (after, signal) =>
  unwrap(api.GET('/api/v1/account/admin/accounts', { params: { query: { ...search, limit: 25, after } }, signal })));

export const userQuery = (id: string) => queryOptions({
  queryKey: ['users', 'one', id],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/account/admin/accounts/{id}', { params: { path: { id } }, signal })),
});

export async function move(id: string, what: Move, reason: Reason, note: string): Promise<void> {
  await unwrap(api.POST(`/api/v1/account/admin/accounts/{id}/${what}`, { params: { path: { id } }, body: { reason, note: note.trim() || null } }));
}

export async function turnRole(id: string, role: string, isGiven: boolean): Promise<void> {
  const params = { path: { id, role } };
  await unwrap(isGiven
    ? api.PUT('/api/v1/account/admin/accounts/{id}/roles/{role}', { params })
    : api.DELETE('/api/v1/account/admin/accounts/{id}/roles/{role}', { params }));
}

export const plansQuery = queryOptions({
  queryKey: ['rights', 'plans'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/rights/admin/plans', { params: { query: { limit: 100 } }, signal })),
});

export const planQuery = (accountId: string) => queryOptions({
  queryKey: ['rights', 'plan', accountId],
  queryFn: ({ signal }) => unwrapWithETag(api.GET('/api/v1/rights/admin/accounts/{accountId}/plan', { params: { path: { accountId } }, signal })),
});

/** null: back to the plan that accounts have by default. */
export async function choosePlan(accountId: string, plan: string | null, etag: string): Promise<void> {
  const params = { path: { accountId }, header: { 'If-Match': etag } };
  const path = '/api/v1/rights/admin/accounts/{accountId}/plan';
  if (plan === null) await unwrap(api.DELETE(path, { params }));
  else await unwrap(api.PUT(path, { params, body: { plan } }));
}
