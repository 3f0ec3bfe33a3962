import { hasSession } from '@streamix/api';
import { Icon, LinkButton, Page } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { Reel } from './Reel';
import styles from './WelcomePage.module.css';

const promises = [
  { id: 'screens', icon: 'device' },
  { id: 'profiles', icon: 'people' },
  { id: 'captions', icon: 'subtitles' },
  { id: 'privacy', icon: 'shield' },
] as const;

/** The front door. */
export function Component() {
  const { t } = useTranslation('auth');
  if (hasSession()) return <Navigate replace to="/" />;

  return (
    <Page title={t('welcome.title')} isTitleHidden width="full">
      <section className={styles.hero}>
        <Reel />
        <div className={styles.words}>
          <p aria-hidden="true" className={styles.title}>
            {t('welcome.title')}
          </p>
          <p className={styles.lead}>{t('welcome.lead')}</p>
          <div className={styles.actions}>
            <LinkButton to="/sign-up" variant="primary" size="large">
              {t('welcome.signUp')}
            </LinkButton>
            <LinkButton to="/sign-in" size="large">
              {t('welcome.signIn')}
            </LinkButton>
          </div>
        </div>
      </section>
      <section className={styles.promises} aria-labelledby="promises">
        <h2 id="promises">{t('welcome.what')}</h2>
        <ul className={styles.grid}>
          {promises.map(({ id, icon }) => (
            <li key={id} className={styles.promise}>
              <Icon name={icon} size="large" />
              <h3>{t(`welcome.${id}.title`)}</h3>
              <p>{t(`welcome.${id}.body`)}</p>
            </li>
          ))}
        </ul>
        <LinkButton to="/device" variant="quiet" icon={<Icon name="device" />}>
          {t('welcome.device')}
        </LinkButton>
      </section>
    </Page>
  );
}
