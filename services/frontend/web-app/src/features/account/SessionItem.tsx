import { Badge, Button, useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import styles from './account.module.css';
import type { Session } from './sessionsApi';

interface SessionItemProps {
  session: Session;
  isBusy: boolean;
  onEnd: () => void;
}

const methods = ['password', 'totp', 'recovery-code', 'passkey', 'device'];

export function SessionItem({ session, isBusy, onEnd }: SessionItemProps) {
  const { t, i18n } = useTranslation('account');
  const format = useFormat();
  const { device, current, place, address, method, openedAt, lastUsedAt, expiresAt } = session;
  const where = [place?.city, place && countryName(i18n.language, place.country), address].filter(Boolean).join(', ');
  const ways = method.split('+').map(way => (methods.includes(way) ? t(`sessions.method.${way}`) : way));
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <span className={styles.name}>
          <bdi>{device}</bdi> {current && <Badge kind="success">{t('sessions.current')}</Badge>}
        </span>
        <span className={styles.facts}>{current ? t('sessions.now') : t('sessions.used', { time: format.relative(lastUsedAt) })}</span>
        {where && <bdi className={styles.facts}>{where}</bdi>}
        <span className={styles.facts}>{t('sessions.opened', { date: format.dateTime(openedAt), method: format.list(ways) })}</span>
        <span className={styles.facts}>{t('sessions.expires', { date: format.date(expiresAt) })}</span>
      </div>
      <Button size="small" aria-label={current ? t('sessions.signOut') : t('sessions.endOne', { device })} isPending={isBusy} onPress={onEnd}>
        {t(current ? 'sessions.signOut' : 'sessions.end')}
      </Button>
    </li>
  );
}

function countryName(language: string, code: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
