import { Badge, Button, Card, ConfirmDialog, Select } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../operations/Loaded';
import styles from '../operations/operations.module.css';
import { useAct } from '../operations/useAct';
import { choosePlan, planQuery, plansQuery } from './queries';

/** The plan of an account, its own or the one that all have. */
export function PlanCard({ accountId }: { accountId: string }) {
  const { t } = useTranslation('users');
  const plan = useQuery(planQuery(accountId));
  const plans = useQuery(plansQuery);
  const { act, proof } = useAct(['rights']);
  const [asked, setAsked] = useState<string | null | undefined>(undefined);
  const known = plans.data?.items ?? [];
  const nameOf = (code: string) => known.find(one => one.code === code)?.name ?? code;

  return (
    <Card title={t('plan')}>
      <Loaded query={plan} height="5rem" level={3}>
        {({ data, etag }) => (
          <>
            <div className={styles.row}>
              <strong>{nameOf(data.plan)}</strong> {data.byDefault && <Badge>{t('byDefault')}</Badge>}
              {known.length > 0 && (
                <Select label={t('otherPlan')} isLabelHidden placeholder={t('otherPlan')} value={null} onChange={setAsked} options={known.filter(one => one.code !== data.plan || data.byDefault).map(one => ({ id: one.code, label: one.name }))} />
              )}
              {!data.byDefault && <Button variant="quiet" onPress={() => setAsked(null)}>{t('toDefaultPlan')}</Button>}
            </div>
            <ConfirmDialog
              isOpen={asked !== undefined} onOpenChange={isOpen => { if (!isOpen) setAsked(undefined); }}
              title={asked ? t('putOnPlan', { plan: nameOf(asked) }) : t('toDefaultPlan')} confirmLabel={t('changePlan')} body={t('planBody')}
              onConfirm={() => asked !== undefined && act(() => choosePlan(accountId, asked, etag ?? '*'), t('planChanged'))}
            />
          </>
        )}
      </Loaded>
      {proof}
    </Card>
  );
}
