import { EmptyState } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import styles from './RouteError.module.css';

/** For viewers who came here: nothing of the tool is shown to them. */
export function Strangers() {
  const { t } = useTranslation('common');
  return (
    <main className={styles.error}>
      <h1 className={styles.title}>{t('strangers.title')}</h1>
      <EmptyState
        action={<a href="/">{t('strangers.home')}</a>}
        body={t('strangers.body')}
        icon="lock"
        title={t('strangers.heading')}
      />
    </main>
  );
}
