import { hasStatus } from '@streamix/api';
import { ErrorState, LinkButton, Notice, Page } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturn } from '../auth/useReturn';
import { useChooseProfile, useProfile, type Profile } from './current';
import { PinDialog } from './PinDialog';
import { ProfileGrid } from './ProfileGrid';
import styles from './ProfileGrid.module.css';
import { ProfileGridSkeleton } from './ProfileGridSkeleton';
import { useNewProfiles } from './useNewProfiles';

export function Component() {
  const { t } = useTranslation('profiles');
  const { goOn } = useReturn();
  const profiles = useNewProfiles();
  const current = useProfile();
  const choose = useChooseProfile();
  const [locked, setLocked] = useState<Profile | null>(null);

  const entry = useMutation({
    mutationFn: ({ profile, pin }: { profile: Profile; pin?: string }) => choose(profile, pin),
    onSuccess: () => goOn(),
    onError: error => {
      if (hasStatus(error, 404)) void profiles.refetch();
    },
  });
  const pick = (profile: Profile) => {
    // The service asks for the PIN of the profile that one is in already, too.
    if (profile.hasPin) setLocked(profile);
    else entry.mutate({ profile });
  };
  const enter = async (pin: string) => {
    if (locked) await entry.mutateAsync({ profile: locked, pin });
  };

  return (
    <Page title={t('pick.title')} width="medium" actions={<LinkButton to="/profiles/manage">{t('pick.manage')}</LinkButton>}>
      <div className={styles.stage}>
        {entry.isError && !locked && <Notice kind="warning">{t(hasStatus(entry.error, 404) ? 'pick.gone' : 'pick.failed')}</Notice>}
        {profiles.isAwaited && <ProfileGridSkeleton />}
        {profiles.isError && <ErrorState error={profiles.error} onRetry={() => void profiles.refetch()} />}
        {profiles.data && !profiles.isAwaited && (
          <ProfileGrid
            profiles={profiles.data}
            current={current?.id ?? null}
            busy={entry.isPending ? entry.variables.profile.id : null}
            onPick={pick}
          />
        )}
      </div>
      <PinDialog
        name={locked?.name ?? null}
        onSubmit={enter}
        onCancel={() => {
          setLocked(null);
          entry.reset();
        }}
      />
    </Page>
  );
}
