import { factorsQuery } from '@streamix/account';
import { Page } from '@streamix/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from './Loaded';
import { RecoveryCodes } from './RecoveryCodes';
import { TwoStepOff } from './TwoStepOff';
import { TwoStepOn } from './TwoStepOn';

/** A second step when signing in: an authenticator app, and codes for the day it is lost. */
export function Component() {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const factors = useQuery(factorsQuery);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: factorsQuery.queryKey });
  const keepCodes = async () => {
    await refresh();
    setCodes(null);
  };

  return (
    <Page title={t('rooms.twoStep')} lead={t('twoStep.lead')} width="medium">
      {codes !== null ? (
        <RecoveryCodes codes={codes} onKept={() => void keepCodes()} />
      ) : (
        <Loaded query={factors} height="16rem">
          {({ totp, recoveryCodesLeft }) =>
            totp ? <TwoStepOn codesLeft={recoveryCodesLeft} onCodes={setCodes} onOff={refresh} /> : <TwoStepOff onCodes={setCodes} />
          }
        </Loaded>
      )}
    </Page>
  );
}
