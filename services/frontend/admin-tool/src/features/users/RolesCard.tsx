import { Badge, Button, Card, ConfirmDialog } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { operation, roles, type Role } from '../../shell/roles';
import styles from '../operations/operations.module.css';
import { useAct } from '../operations/useAct';
import { useMay } from '../operations/useMay';
import { turnRole } from './queries';

interface RolesCardProps {
  id: string;
  status: string;
  given: readonly string[];
}

/** Every role and whether this account has it. Only administrators turn them, of active accounts. */
export function RolesCard({ id, status, given }: RolesCardProps) {
  const { t } = useTranslation('users');
  const mayTurn = useMay(operation) && status === 'active';
  const { act, proof } = useAct(['users']);
  const [asked, setAsked] = useState<Role | null>(null);
  const isGiving = asked !== null && !given.includes(asked);
  const role = asked ? t(`roleNames.${asked}`) : '';

  return (
    <Card title={t('roles')}>
      <ul className={styles.list}>
        {roles.map(one => (
          <li key={one} className={styles.item}>
            <span className={styles.row}>{t(`roleNames.${one}`)} {given.includes(one) && <Badge kind="accent">{t('hasIt')}</Badge>}</span>
            {mayTurn && (
              <Button size="small" variant="quiet" aria-label={t(given.includes(one) ? 'withdrawRole' : 'grantRole', { role: t(`roleNames.${one}`) })} onPress={() => setAsked(one)}>
                {given.includes(one) ? t('withdraw') : t('grant')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={asked !== null} onOpenChange={isOpen => { if (!isOpen) setAsked(null); }} danger={!isGiving}
        title={isGiving ? t('grantRole', { role }) : t('withdrawRole', { role })} confirmLabel={isGiving ? t('grant') : t('withdraw')}
        body={isGiving ? t('grantBody') : t('withdrawBody')}
        onConfirm={() => asked && act(() => turnRole(id, asked, isGiving), isGiving ? t('granted', { role }) : t('withdrawn', { role }))}
      />
      {proof}
    </Card>
  );
}
