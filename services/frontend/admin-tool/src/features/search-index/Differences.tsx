import { useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Facts } from '../operations/Facts';
import type { IndexJob } from './queries';

/** What differs between index and catalog, by kind. */
export function Differences({ job }: { job: IndexJob }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  return (
    <Facts
      facts={[
        [t('missing'), format.number(job.missing)], [t('stale'), format.number(job.stale)], [t('surplus'), format.number(job.surplus)],
        ...job.kind === 'check' ? [] : [[t('repaired'), format.number(job.repaired)] as const],
      ]}
    />
  );
}
