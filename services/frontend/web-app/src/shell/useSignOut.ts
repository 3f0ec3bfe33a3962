import { signOut } from '@streamix/api';
import { toast } from '@streamix/ui';
import { useTranslation } from 'react-i18next';

/** Signs out here; every tab hears of it. Says so when the session may live on. */
export function useSignOut(): () => void {
  const { t } = useTranslation('common');
  return () => {
    signOut().catch(() => toast(t('signOut.failed'), { kind: 'danger' }));
  };
}
