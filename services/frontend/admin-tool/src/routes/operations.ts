import type { RouteObject } from 'react-router';

const help: RouteObject[] = [
  { path: '/users', lazy: () => import('../features/users/UsersPage') },
  { path: '/users/:id', lazy: () => import('../features/users/UserPage') },
  { path: '/sessions', lazy: () => import('../features/sessions/SessionsPage') },
  { path: '/audit', lazy: () => import('../features/audit/AuditPage') },
];

const operation: RouteObject[] = [
  { path: '/dead-letters', lazy: () => import('../features/dead-letters/DeadLettersPage') },
  { path: '/search-index', lazy: () => import('../features/search-index/SearchIndexPage') },
  { path: '/edges', lazy: () => import('../features/edges/EdgesPage') },
  { path: '/health', lazy: () => import('../features/health/HealthPage') },
];

export const operationsRoutes = { help, operation };
