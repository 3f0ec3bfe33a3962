import { isProblem } from '@streamix/api';
import { Notice } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { PasskeyError } from './webauthn';

/** Why a passkey did not do, in plain words. */
export function PasskeyTrouble({ error }: { error: unknown }) {
  const { t } = useTranslation('proof');
  if (!error) return null;
  return <Notice kind="warning">{t(`passkey.${troubleOf(error)}`)}</Notice>;
}

function troubleOf(error: unknown) {
  if (error instanceof PasskeyError) return error.reason;
  if (!isProblem(error)) return 'failed';
  if (error.offline) return 'offline';
  if (error.code === 'account-suspended') return 'suspended';
  if (error.status === 429) return 'busy';
  return error.status === 401 ? 'refused' : 'failed';
}
