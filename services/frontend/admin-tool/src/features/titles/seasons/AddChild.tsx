import { Button, Form, Icon, NumberField, TextField, toast } from '@streamix/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TitleFile } from '../catalog';
import { limits } from '../details/limits';
import { useDraft } from '../details/useDraft';
import { useSaving } from '../details/useSaving';
import { isNumbered, type Kind } from '../kinds';
import { createTitle, newComplaints, type NewDraft } from '../newTitle';
import styles from './Parts.module.css';

/** The next season, episode or trailer, in one line; its language is that of what it belongs to. */
export function AddChild({ parent, kind, next }: { parent: TitleFile; kind: Kind; next: number }) {
  const { t } = useTranslation('titles');
  const client = useQueryClient();
  const saving = useSaving();
  const usual = kind === 'season' ? t('seasonTitle', { number: next, lng: parent.content.originalLanguage === 'ar' ? 'ar' : 'en' }) : '';
  const initial: NewDraft = { kind, parentId: parent.id, originalTitle: usual, originalLanguage: parent.content.originalLanguage, format: null, number: isNumbered(kind) ? next : null };
  const { draft, change, errorOf, isSound, tellAll } = useDraft(initial, newComplaints);

  const add = async () => {
    tellAll();
    if (isSound) await saving.run(async () => {
      const { content } = await createTitle(draft);
      toast(t('created', { title: content.originalTitle }), { kind: 'success' });
      await client.invalidateQueries({ queryKey: ['titles', 'children', parent.id, kind] });
      void client.invalidateQueries({ queryKey: ['titles', 'list'] });
    });
  };

  return (
    <Form onSubmit={add} error={saving.error} label={t(`add.${kind}`)}>
      <div className={styles.add}>
        {isNumbered(kind) && (
          <NumberField label={t('number')} name="number" value={draft.number} error={errorOf('number')} minValue={0} maxValue={limits.number} isRequired onChange={number => change({ number }, 'number')} />
        )}
        <TextField label={t('originalTitle')} name="originalTitle" value={draft.originalTitle} error={errorOf('originalTitle')} isRequired onChange={originalTitle => change({ originalTitle }, 'originalTitle')} />
        <Button type="submit" icon={<Icon name="plus" />} isPending={saving.isPending}>{t(`add.${kind}`)}</Button>
      </div>
    </Form>
  );
}
