import { Badge, useFormat } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../operations/Loaded';
import styles from '../operations/operations.module.css';
import { DriftBadge } from '../search-index/DriftCard';
import { statusQuery } from '../search-index/queries';
import { Summary } from './Summary';

export function IndexCard() {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const status = useQuery(statusQuery);
  return (
    <Summary title={t('searchIndex')} to="/search-index">
      <Loaded query={status} height="6rem" level={3}>
        {({ generations, lastCheck, running }) => (
          <div className={styles.stack}>
            <div className={styles.row}><DriftBadge check={lastCheck} /> {running && <Badge kind="info">{t(`indexKinds.${running.kind}`)}</Badge>}</div>
            <p className={styles.note}>{t('liveTitles', { number: format.number(generations.find(({ state }) => state === 'live')?.titles ?? 0) })}</p>
          </div>
        )}
      </Loaded>
    </Summary>
  );
}
