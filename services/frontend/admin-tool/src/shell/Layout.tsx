import type { Me } from '@streamix/api';
import { SkipLink } from '@streamix/ui';
import { Outlet } from 'react-router';
import { UploadsDock } from '../features/uploads/UploadsDock';
import { Header } from './Header';
import styles from './Layout.module.css';
import { Navigation } from './Navigation';
import { catalogue, mayAny } from './roles';

/** Navigation at the side, or behind a button where there is no room for it. */
export function Layout({ me }: { me: Me }) {
  return (
    <div className={styles.app}>
      <SkipLink />
      <Header me={me} />
      <div className={styles.side}>
        <Navigation roles={me.roles} />
      </div>
      <main className={styles.main} id="main" tabIndex={-1}>
        <Outlet />
      </main>
      {mayAny(me.roles, catalogue) && <UploadsDock />}
    </div>
  );
}
