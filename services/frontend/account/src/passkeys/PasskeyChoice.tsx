import { Button, Icon } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { PasskeyTrouble } from './PasskeyTrouble';
import { passkeysSupported } from './webauthn';

interface PasskeyChoiceProps {
  isPending: boolean;
  error: unknown;
  onPress: () => void;
}

/** Offers a passkey in place of what is typed, and says why one did not do. Nothing where the browser knows none. */
export function PasskeyChoice({ isPending, error, onPress }: PasskeyChoiceProps) {
  const { t } = useTranslation('proof');
  if (!passkeysSupported()) return null;
  return (
    <>
      <Button isWide icon={<Icon name="key" />} isPending={isPending} onPress={onPress}>
        {t('passkey.use')}
      </Button>
      <PasskeyTrouble error={error} />
    </>
  );
}
