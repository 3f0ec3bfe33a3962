import { Badge, type BadgeKind } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import type { JobState } from './queries';

const kinds: Record<JobState, BadgeKind> = {
  waiting: 'neutral', running: 'info', paused: 'warning', done: 'success', rejected: 'danger', failed: 'danger', cancelled: 'neutral',
};

export function StateBadge({ state }: { state: JobState }) {
  const { t } = useTranslation('transcoding');
  return <Badge kind={kinds[state]}>{t(`states.${state}`)}</Badge>;
}
