import { VisuallyHidden } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import styles from './WatchedBar.module.css';

/** How far somebody is, from 0 to 1; what is nearly nothing is still seen. */
export function WatchedBar({ share }: { share: number }) {
  const { t, i18n } = useTranslation('catalogue');
  const whole = Math.min(1, Math.max(0, share));
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(whole);
  return (
    <>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.done} data-testid="watched-bar" style={{ inlineSize: `${Math.max(2, Math.round(whole * 100))}%` }} />
      </span>
      <VisuallyHidden>{t('card.watched', { percent })}</VisuallyHidden>
    </>
  );
}
