import { SkipLink } from '@streamix/ui';
import { Outlet } from 'react-router';
import { Footer } from './Footer';
import { Header } from './Header';
import styles from './Layout.module.css';

/** Header, page, footer. */
export function AppLayout() {
  return (
    <div className={styles.app}>
      <SkipLink />
      <Header />
      <main className={styles.main} id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
    </div>
  );
}
