import { Icon, Skeleton } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Check } from './moves';
import styles from './Publish.module.css';

export function Checklist({ checks, isKnown }: { checks: readonly Check[]; isKnown: boolean }) {
  const { t } = useTranslation('titles');
  if (!isKnown) return <Skeleton height="8rem" />;
  return (
    <>
      <h3 className={styles.heading}>{t(checks.every(check => check.isThere) ? 'publish.complete' : 'publish.incomplete')}</h3>
      <ul className={styles.list}>
        {checks.map(({ what, isThere, tab }) => (
          <li key={what} className={styles.check} data-done={isThere}>
            <Icon name={isThere ? 'check' : 'warning'} />
            <span>{t(isThere ? `publish.has.${what}` : `publish.lacks.${what}`)}</span>
            {!isThere && <Link className={styles.link} to={tab === 'details' ? '?' : `?tab=${tab}`}>{t('publish.mend')}</Link>}
          </li>
        ))}
      </ul>
    </>
  );
}
