import { useSessionCache } from '@streamix/api';
import { OfflineBanner } from '@streamix/ui';
import { Suspense } from 'react';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { Leaving } from './leaving';
import { RouteProgress } from './RouteProgress';
import { Starting } from './Starting';

/** What every page has around it. */
export function Root() {
  useSessionCache();
  const isLeaving = useNavigation().state !== 'idle';
  return (
    <>
      <RouteProgress isBusy={isLeaving} />
      <OfflineBanner />
      <Suspense fallback={<Starting />}>
        <Leaving value={isLeaving}><Outlet /></Leaving>
      </Suspense>
      <ScrollRestoration />
    </>
  );
}
