import { Badge, Button, Icon, Progress, useFormat, type BadgeKind } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import styles from './account.module.css';
import type { Export } from './privacyApi';
import { ServiceList } from './ServiceList';

interface ExportItemProps {
  given: Export;
  isLoading: boolean;
  isEnding: boolean;
  onLoad: () => void;
  onEnd: () => void;
}

const kinds: Record<string, BadgeKind> = { running: 'info', ready: 'success', failed: 'danger', cancelled: 'neutral', expired: 'neutral' };

export function ExportItem({ given, isLoading, isEnding, onLoad, onEnd }: ExportItemProps) {
  const { t } = useTranslation('account');
  const format = useFormat();
  const { state, requestedAt, expiresAt, bytes, services } = given;
  const collected = services.filter(part => part.state === 'collected').length;
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <span className={styles.name}>
          {t('export.asked', { date: format.dateTime(requestedAt) })}
          <Badge kind={kinds[state] ?? 'neutral'}>{state in kinds ? t(`export.state.${state}`) : state}</Badge>
        </span>
        {state === 'running' && (
          <>
            <Progress
              label={t('export.progress')}
              value={collected}
              max={Math.max(services.length, 1)}
              valueLabel={t('export.collected', { done: format.number(collected), all: format.number(services.length) })}
            />
            <ServiceList label={t('export.services')} services={services} />
          </>
        )}
        {state === 'ready' && (
          <span className={styles.facts}>
            {t('export.facts', { size: format.bytes(bytes ?? 0), date: expiresAt ? format.dateTime(expiresAt) : '' })}
          </span>
        )}
        {state === 'failed' && <span className={styles.facts}>{t('export.failedBody')}</span>}
      </div>
      <div className={styles.actions}>
        {state === 'ready' && (
          <Button size="small" variant="primary" icon={<Icon name="download" />} isPending={isLoading} onPress={onLoad}>
            {t('export.load')}
          </Button>
        )}
        {(state === 'ready' || state === 'running') && (
          <Button size="small" variant="quiet" isPending={isEnding} onPress={onEnd}>
            {t(state === 'ready' ? 'export.delete' : 'export.stop')}
          </Button>
        )}
      </div>
    </li>
  );
}
