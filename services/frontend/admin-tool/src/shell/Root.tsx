import { useSessionCache } from '@streamix/api';
import { OfflineBanner } from '@streamix/ui';
import { Suspense } from 'react';
import { Outlet, ScrollRestoration } from 'react-router';
import { RouteProgress } from './RouteProgress';
import { Starting } from './Starting';

/** What every page has around it. */
export function Root() {
  useSessionCache();
  return (
    <>
      <RouteProgress />
      <OfflineBanner />
      <Suspense fallback={<Starting />}>
        <Outlet />
      </Suspense>
      <ScrollRestoration />
    </>
  );
}
