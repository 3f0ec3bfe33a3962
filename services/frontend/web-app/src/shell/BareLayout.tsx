import { SkipLink } from '@streamix/ui';
import { Outlet } from 'react-router';
import { Brand } from './Brand';
import { Footer } from './Footer';
import { LanguageMenu } from './LanguageMenu';
import styles from './Layout.module.css';
import { ThemeMenu } from './ThemeMenu';

/** The doors: only the name above, and how it looks and speaks. */
export function BareLayout() {
  return (
    <div className={styles.app}>
      <SkipLink />
      <header className={styles.bare}>
        <Brand />
        <div className={styles.tools}>
          <LanguageMenu />
          <ThemeMenu />
        </div>
      </header>
      <main className={styles.main} id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
    </div>
  );
}
