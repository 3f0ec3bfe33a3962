import { Page } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import styles from './CreditsPage.module.css';

export function Component() {
  const { t } = useTranslation('common');
  return (
    <Page title={t('credits.title')} width="narrow">
      <section className={styles.section}>
        <h2>{t('credits.bunnyHeading')}</h2>
        <p>{t('credits.bunny')}</p>
        <p className={styles.links}>
          <a href="https://peach.blender.org/" rel="noreferrer">{t('credits.film')}</a>
          <a href="https://creativecommons.org/licenses/by/3.0/" rel="license noreferrer">{t('credits.licence')}</a>
        </p>
      </section>
      <section className={styles.section}>
        <h2>{t('credits.demoHeading')}</h2>
        <p>{t('credits.demo')}</p>
      </section>
    </Page>
  );
}
