import { ApiProblem } from '@streamix/api';
import { ErrorState } from '@streamix/ui';
import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import styles from './RouteError.module.css';

const reloadKey = 'streamix.reloaded';

/** What no page caught. A page that is gone since an update is fetched anew, once. */
export function RouteError() {
  const error = useRouteError();
  const outdated = isMissingPart(error) && mayReload();

  useEffect(() => {
    if (!outdated) return;
    sessionStorage.setItem(reloadKey, String(Date.now()));
    location.reload();
  }, [outdated]);

  if (outdated) return null;
  return (
    <div className={styles.error} role="alert">
      <ErrorState error={navigator.onLine ? error : ApiProblem.offline(error)} onRetry={() => location.reload()} />
    </div>
  );
}

function isMissingPart(error: unknown): boolean {
  return navigator.onLine && error instanceof TypeError && /dynamically imported module|module script|preload/i.test(error.message);
}

function mayReload(): boolean {
  return Date.now() - Number(sessionStorage.getItem(reloadKey) ?? 0) > 60_000;
}
