import { Button, Dialog, Form, TextField, toast } from '@streamix/ui';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { readTitle, useKeepTitle, type Versioned } from '../titles/catalog';
import { Findings } from '../titles/details/complaints';
import { limits } from '../titles/details/limits';
import { useDraft } from '../titles/details/useDraft';
import { isStale, useSaving } from '../titles/details/useSaving';
import { fromField, ownTimeZone, toField } from '../titles/moments';
import { move, targetOf, type Action } from './moves';
import styles from './Publish.module.css';

interface MoveDraft { reason: string; publishAt: string | null }

/** Says what will happen, asks why, and does it. */
export function MoveDialog({ title: { file, etag }, action, onClose }: { title: Versioned; action: Action; onClose: () => void }) {
  const { t } = useTranslation('titles');
  const form = useId();
  const keep = useKeepTitle();
  const saving = useSaving();
  const check = ({ reason, publishAt }: MoveDraft) => new Findings()
    .line('reason', reason, limits.reason, action !== 'withdraw')
    .say('publishAt', action === 'schedule' && publishAt === null, 'required')
    .say('publishAt', action === 'schedule' && publishAt !== null && Date.parse(publishAt) < Date.now(), 'past').all;
  const { draft, change, errorOf, isSound, tellAll } = useDraft<MoveDraft>({ reason: '', publishAt: file.publishAt }, check);

  const go = async () => {
    tellAll();
    if (!isSound) return;
    const isDone = await saving.run(async () => {
      keep(await move(file.id, etag, action, draft.reason, draft.publishAt).catch(refreshed));
      toast(t(`publish.done.${targetOf(action)}`, { title: file.content.originalTitle }), { kind: 'success' });
    });
    if (isDone) onClose();
  };
  /** What is stale is read again at once: whoever looks at it now may go on. */
  const refreshed = async (error: unknown): Promise<never> => {
    if (isStale(error)) await readTitle(file.id).then(keep, () => {});
    throw error;
  };

  return (
    <Dialog
      title={t(`publish.titles.${action}`)} isOpen onOpenChange={isOpen => { if (!isOpen) onClose(); }} size="small"
      actions={(
        <>
          <Button variant="quiet" onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={form} variant={action === 'withdraw' ? 'danger' : 'primary'} isPending={saving.isPending}>{t(`publish.actions.${action}`)}</Button>
        </>
      )}
    >
      <Form id={form} onSubmit={go} error={saving.error} explain={error => isStale(error) ? t('publish.stale') : undefined}>
        <p className={styles.explanation}>{t(`publish.explain.${action}`)}</p>
        {action === 'schedule' && (
          <TextField type="datetime-local" name="publishAt" label={t('publish.at')} description={t('timeZone', { zone: ownTimeZone() })} value={toField(draft.publishAt)} error={errorOf('publishAt')} isRequired
            onChange={text => change({ publishAt: fromField(text) }, 'publishAt')} />
        )}
        <TextField name="reason" label={t(action === 'withdraw' ? 'publish.reason' : 'publish.reasonOptional')} value={draft.reason} error={errorOf('reason')} isRequired={action === 'withdraw'}
          onChange={reason => change({ reason }, 'reason')} />
      </Form>
    </Dialog>
  );
}
