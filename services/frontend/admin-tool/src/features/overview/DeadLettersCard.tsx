import { useFormat } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CountBadge } from '../dead-letters/ServiceCounts';
import { sumOf, useCounts } from '../dead-letters/useCounts';
import { Loaded } from '../operations/Loaded';
import styles from '../operations/operations.module.css';
import { offering, servicesQuery, type Service } from '../operations/services';
import { Summary } from './Summary';

export function DeadLettersCard() {
  const { t } = useTranslation('operations');
  const services = useQuery(servicesQuery);
  return (
    <Summary title={t('deadLetters')} to="/dead-letters">
      <Loaded query={services} height="6rem" level={3}>{known => <Counts services={offering(known, 'dead-letters')} />}</Loaded>
    </Summary>
  );
}

function Counts({ services }: { services: readonly Service[] }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const counts = useCounts(services);
  const { number, isMore } = sumOf(counts);
  const telling = counts.filter(({ count, isAway }) => isAway || (count?.number ?? 0) > 0);
  const isCounting = counts.some(({ count, isAway }) => count === null && !isAway);
  return (
    <div className={styles.stack}>
      <span className={styles.number} aria-busy={isCounting}>{format.number(number)}{isMore && '+'}</span>
      {telling.length === 0 && !isCounting && <p className={styles.note}>{t('noLettersAnywhere')}</p>}
      <ul className={styles.list}>{telling.map(one => <li key={one.service} className={styles.item}><Link to={`/dead-letters?service=${one.service}`}><bdi>{one.service}</bdi></Link> <CountBadge {...one} /></li>)}</ul>
    </div>
  );
}
