import { Page } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddressesSection } from './AddressesSection';
import { DetailsForm } from './DetailsForm';
import { Loaded } from './Loaded';
import { PlaceForm } from './PlaceForm';
import { useAccountRecord } from './useAccountRecord';

/** Who I am to the platform, where I live, and how it writes to me. */
export function Component() {
  const { t } = useTranslation('account');
  const record = useAccountRecord();
  const [reading, setReading] = useState(0);
  const reload = async () => {
    await record.refetch();
    setReading(count => count + 1);
  };

  return (
    <Page title={t('rooms.details')} lead={t('details.lead')} width="medium">
      <Loaded query={record} height="34rem">
        {({ account }) => (
          <>
            <DetailsForm key={`details-${reading}`} account={account} onReload={reload} />
            <PlaceForm key={`place-${reading}`} account={account} onReload={reload} />
          </>
        )}
      </Loaded>
      <AddressesSection />
    </Page>
  );
}
