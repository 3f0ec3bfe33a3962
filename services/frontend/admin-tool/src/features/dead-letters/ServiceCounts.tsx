import { Badge, Button, Card, useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import styles from '../operations/operations.module.css';
import type { Service } from '../operations/services';
import type { ServiceCount } from './useCounts';

interface ServiceCountsProps {
  counts: readonly ServiceCount[];
  chosen: Service | undefined;
  onChoose: (service: Service) => void;
}

export function ServiceCounts({ counts, chosen, onChoose }: ServiceCountsProps) {
  const { t } = useTranslation('operations');
  return (
    <Card title={t('services')}>
      <div className={styles.row}>
        {counts.map(one => (
          <Button key={one.service} variant={one.service === chosen ? 'primary' : 'secondary'} aria-pressed={one.service === chosen} onPress={() => onChoose(one.service)}>
            <bdi>{one.service}</bdi> <CountBadge {...one} />
          </Button>
        ))}
      </div>
    </Card>
  );
}

export function CountBadge({ count, isAway }: Pick<ServiceCount, 'count' | 'isAway'>) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  if (count === null) return <Badge kind={isAway ? 'warning' : 'neutral'}>{isAway ? t('away') : '…'}</Badge>;
  return <Badge kind={count.number > 0 ? 'danger' : 'success'}>{format.number(count.number)}{count.isMore && '+'}</Badge>;
}
