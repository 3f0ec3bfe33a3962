import { Badge } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import styles from './account.module.css';

interface ServiceListProps {
  label: string;
  services: readonly { service: string; state: string; erased?: number }[];
}

const done = ['collected', 'confirmed'];
const states = ['waiting', 'retrying', 'collected', 'settling', 'confirmed'];

/** How far each part of the platform is. */
export function ServiceList({ label, services }: ServiceListProps) {
  const { t } = useTranslation('account');
  return (
    <ul className={styles.bullets} aria-label={label}>
      {services.map(({ service, state, erased }) => (
        <li key={service}>
          <bdi>{t(`services.${service}`, { defaultValue: service })}</bdi>{' '}
          <Badge kind={done.includes(state) ? 'success' : state === 'retrying' ? 'warning' : 'neutral'}>
            {states.includes(state) ? t(`parts.${state}`) : state}
          </Badge>
          {erased !== undefined && <span className={styles.facts}> {t('receipt.erased', { number: erased })}</span>}
        </li>
      ))}
    </ul>
  );
}
