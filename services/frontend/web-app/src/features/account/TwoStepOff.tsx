import { Badge, Button, Card, Notice } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import styles from './account.module.css';
import { EnrolForm } from './EnrolForm';
import { enrol } from './twoStepApi';
import { useProven } from './useProven';

export function TwoStepOff({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const { t } = useTranslation('account');
  const proven = useProven();
  const begin = useMutation({ mutationFn: () => proven.run(enrol) });
  const enrolment = begin.data?.done;

  return (
    <Card as="section" title={t('twoStep.title')} actions={<Badge>{t('twoStep.off')}</Badge>}>
      {enrolment ? (
        <EnrolForm enrolment={enrolment} onCodes={onCodes} onCancel={begin.reset} />
      ) : (
        <div className={styles.stack}>
          <p>{t('twoStep.offBody')}</p>
          {begin.isError && <Notice kind="warning">{t('failed')}</Notice>}
          <div className={styles.actions}>
            <Button variant="primary" isPending={begin.isPending} onPress={() => begin.mutate()}>
              {t('twoStep.begin')}
            </Button>
          </div>
        </div>
      )}
      {proven.dialog}
    </Card>
  );
}
