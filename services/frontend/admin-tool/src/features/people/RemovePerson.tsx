import { isProblem } from '@streamix/api';
import { ConfirmDialog, toast } from '@streamix/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { removePerson } from './people';

export function RemovePerson({ id, name, isOpen, onOpenChange }: { id: string; name: string; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const { t } = useTranslation('people');
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = async () => {
    try {
      await removePerson(id);
    } catch (error) {
      toast(t(isProblem(error) && error.status === 409 ? 'remove.credited' : 'remove.failed'), { kind: 'danger' });
      throw error;
    }
    toast(t('remove.done', { name }), { kind: 'success' });
    await navigate('/people');
    void client.invalidateQueries({ queryKey: ['people', 'list'] });
  };
  return <ConfirmDialog title={t('remove.title')} body={t('remove.body', { name })} confirmLabel={t('remove.action')} danger isOpen={isOpen} onOpenChange={onOpenChange} onConfirm={remove} />;
}
