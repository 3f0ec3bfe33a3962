import { Select } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { DayRange } from '../operations/DayRange';
import styles from '../operations/operations.module.css';
import type { Service } from '../operations/services';
import { TypedField } from '../operations/TypedField';
import type { AuditFilters } from './queries';

interface AuditFilterBarProps {
  services: readonly Service[];
  filters: AuditFilters;
  onChange: (part: AuditFilters) => void;
}

const all = 'all';

export function AuditFilterBar({ services, filters, onChange }: AuditFilterBarProps) {
  const { t } = useTranslation('operations');
  return (
    <div className={styles.filters} role="search" aria-label={t('filters')}>
      <Select<string>
        label={t('service')} value={services.find(one => one === filters.service) ?? all} options={[{ id: all, label: t('allServices') }, ...services.map(id => ({ id, label: id }))]}
        onChange={service => onChange({ service: service === all ? '' : service })}
      />
      <TypedField label={t('actor')} value={filters.actor ?? ''} onSettle={actor => onChange({ actor })} />
      <TypedField label={t('subject')} value={filters.subject ?? ''} onSettle={subject => onChange({ subject })} />
      <TypedField label={t('action')} value={filters.action ?? ''} onSettle={action => onChange({ action })} />
      <DayRange from={filters.from} to={filters.to} onChange={onChange} />
    </div>
  );
}
