import { useStepUp } from '@streamix/account';
import { hasStatus, isProblem } from '@streamix/api';
import { Button, Card, ConfirmDialog, Icon, toast } from '@streamix/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenProfile, forgetProfile } from './chosen';
import { profilesQuery } from './current';
import styles from './ProfileForm.module.css';
import { deleteProfile, type Profile } from './profilesApi';
import { usePinGuard } from './usePinGuard';
import { unlessCancelled } from './useSave';

interface DeleteSectionProps {
  profile: Profile;
  onDeleted: () => void;
}

export function DeleteSection({ profile, onDeleted }: DeleteSectionProps) {
  const { t } = useTranslation('profiles');
  const queries = useQueryClient();
  const stepUp = useStepUp();
  const pins = usePinGuard(profile.name);
  const [isOpen, setOpen] = useState(false);

  const remove = async () => {
    try {
      const done = await unlessCancelled(() => pins.run(pin => stepUp.run(async () => ({ done: await deleteProfile(profile.id, pin) }))));
      if (done === null) return;
    } catch (error) {
      toast(t(isProblem(error, 'last-profile') ? 'delete.last' : hasStatus(error, 412) ? 'form.stale' : 'delete.failed'), { kind: 'danger' });
      return;
    }
    if (chosenProfile() === profile.id) forgetProfile();
    queries.setQueryData(profilesQuery.queryKey, before => before?.filter(({ id }) => id !== profile.id));
    toast(t('delete.done'), { kind: 'success' });
    onDeleted();
  };

  return (
    <Card as="section" title={t('delete.title')}>
      <div className={styles.fields}>
        <p className={styles.hint}>{t('delete.lead')}</p>
        <div className={styles.row}>
          <Button variant="danger" icon={<Icon name="trash" />} onPress={() => setOpen(true)}>
            {t('delete.action')}
          </Button>
        </div>
      </div>
      <ConfirmDialog
        danger
        title={t('delete.sure', { name: profile.name })}
        body={t('delete.body')}
        confirmLabel={t('delete.action')}
        onConfirm={remove}
        isOpen={isOpen}
        onOpenChange={setOpen}
      />
      {stepUp.dialog}
      {pins.dialog}
    </Card>
  );
}
