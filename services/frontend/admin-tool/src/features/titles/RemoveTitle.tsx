import { isProblem } from '@streamix/api';
import { ConfirmDialog, toast } from '@streamix/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { removeTitle, type Versioned } from './catalog';

export function RemoveTitle({ title: { file, etag }, isOpen, onOpenChange }: { title: Versioned; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const { t } = useTranslation('titles');
  const client = useQueryClient();
  const navigate = useNavigate();

  const remove = async () => {
    try {
      await removeTitle(file.id, etag);
    } catch (error) {
      const word = isProblem(error) && error.status === 409 ? 'open' : isProblem(error) && error.status === 412 ? 'stale' : 'failed';
      toast(t(`remove.${word}`), { kind: 'danger' });
      throw error;
    }
    toast(t('remove.done', { title: file.content.originalTitle }), { kind: 'success' });
    await navigate(file.parentId ? `/titles/${file.parentId}?tab=parts` : '/titles');
    client.removeQueries({ queryKey: ['titles', 'file', file.id] });
    void client.invalidateQueries({ queryKey: ['titles'] });
  };

  return (
    <ConfirmDialog
      title={t('remove.title')} body={t('remove.body', { title: file.content.originalTitle })} confirmLabel={t('remove.action')} danger
      isOpen={isOpen} onOpenChange={onOpenChange} onConfirm={remove}
    />
  );
}
