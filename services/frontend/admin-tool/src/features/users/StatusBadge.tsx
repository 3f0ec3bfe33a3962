import { Badge } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { isStatus, kindOf } from './status';

export function StatusBadge({ status }: { status: string }) {
  const { t } = useTranslation('users');
  return <Badge kind={kindOf(status)}>{isStatus(status) ? t(`statuses.${status}`) : status}</Badge>;
}
