import { Button, Page, useFormat } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NotAllowed } from '../../shell/NotAllowed';
import { operation } from '../../shell/roles';
import { Loaded } from '../operations/Loaded';
import styles from '../operations/operations.module.css';
import { offering, servicesQuery } from '../operations/services';
import { useFilters } from '../operations/useFilters';
import { useMay } from '../operations/useMay';
import { LetterFilterBar } from './LetterFilterBar';
import { Letters } from './Letters';
import { letterFields } from './queries';
import { ServiceCounts } from './ServiceCounts';
import { sumOf, useCounts } from './useCounts';

/** Events that no handler could take. The API opens them to administrators alone. */
export function Component() {
  return useMay(operation) ? <DeadLetters /> : <NotAllowed />;
}

function DeadLetters() {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const { filters, change } = useFilters(letterFields);
  const services = useQuery(servicesQuery);
  const offered = offering(services.data ?? [], 'dead-letters');
  const counts = useCounts(offered);
  const chosen = offered.find(one => one === filters.service);
  const { number, isMore } = sumOf(counts);

  return (
    <Page
      title={t('deadLetters')} lead={services.isSuccess && t(isMore ? 'lettersAtLeast' : 'lettersInAll', { number: format.number(number) })}
      actions={chosen && <Button variant="quiet" onPress={() => change({ type: '', handler: '', reason: '', from: '', to: '' })}>{t('clearFilters')}</Button>}
    >
      <Loaded query={services} height="30rem">
        {() => (
          <div className={styles.stack}>
            <ServiceCounts counts={counts} chosen={chosen} onChoose={service => change({ service })} />
            {chosen && <LetterFilterBar filters={filters} onChange={change} />}
            {chosen ? <Letters key={chosen} service={chosen} filters={filters} /> : <p className={styles.note}>{t('chooseService')}</p>}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
