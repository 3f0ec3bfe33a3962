import { hasStatus } from '@streamix/api';
import { Button } from '@streamix/ui';
import { useTranslation } from 'react-i18next';

interface ConflictProps {
  error: unknown;
  onReload: () => unknown;
}

/** Somebody else saved first: nothing is overwritten, and what there is now is one press away. */
export function Conflict({ error, onReload }: ConflictProps) {
  const { t } = useTranslation('account');
  if (!hasStatus(error, 412)) return null;
  return <Button onPress={() => void onReload()}>{t('conflict.reload')}</Button>;
}
