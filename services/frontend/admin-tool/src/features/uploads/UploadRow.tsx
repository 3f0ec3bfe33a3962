import { Badge, Button, ConfirmDialog, IconButton, Progress, toast, useFormat } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobView } from '../../uploads/JobView';
import type { UploadQueue } from '../../uploads/UploadQueue';
import { FileAgain } from './FileAgain';
import styles from './UploadRow.module.css';
import { isUnderWay, stateLine } from './words';

/** One file on its way, with what can be done about it. */
export function UploadRow({ view, queue }: { view: JobView; queue: UploadQueue }) {
  const { t } = useTranslation('uploads');
  const format = useFormat();
  const [isAsking, setAsking] = useState(false);
  const line = stateLine(t, format, view);

  const cancel = async () => {
    try {
      await queue.cancel(view.key);
    } catch (error) {
      toast(t('cancelFailed', { file: view.fileName }), { kind: 'danger' });
      throw error;
    }
  };

  return (
    <li className={styles.row} data-testid="upload" data-state={view.state}>
      <div className={styles.head}>
        <bdi className={styles.name}>{view.fileName}</bdi>
        {view.state === 'completed' && <Badge kind="success">{t('states.completed')}</Badge>}
        {view.state === 'failed' && <Badge kind="danger">{t('states.failed')}</Badge>}
      </div>
      {view.state !== 'completed' && <Progress label={view.fileName} isLabelHidden value={view.done} max={view.bytes} />}
      <div className={styles.foot}>
        <p className={styles.line} aria-live="polite">
          {t('ofBytes', { done: format.bytes(view.done), bytes: format.bytes(view.bytes) })} · {line}
        </p>
        <div className={styles.actions}>
          {isUnderWay(view) && <IconButton icon="pause" label={t('pauseFile', { file: view.fileName })} onPress={() => queue.pause(view.key)} />}
          {view.state === 'paused' && <IconButton icon="play" label={t('resumeFile', { file: view.fileName })} onPress={() => queue.resume(view.key)} />}
          {view.failure?.kind === 'stopped' && <Button size="small" onPress={() => queue.resume(view.key)}>{t('tryAgain')}</Button>}
          {view.failure?.kind === 'ended' && <Button size="small" onPress={() => queue.restart(view.key)}>{t('beginAnew')}</Button>}
          {(view.state === 'absent' || view.failure?.kind === 'other-file') && <FileAgain view={view} queue={queue} />}
          {view.state === 'completed'
            ? <IconButton icon="close" label={t('dismissFile', { file: view.fileName })} onPress={() => queue.dismiss(view.key)} />
            : <IconButton icon="trash" label={t('cancelFile', { file: view.fileName })} onPress={() => setAsking(true)} />}
        </div>
      </div>
      <ConfirmDialog
        title={t('cancelTitle')} body={t('cancelBody', { file: view.fileName })} confirmLabel={t('cancelUpload')} cancelLabel={t('keepUpload')} danger
        isOpen={isAsking} onOpenChange={setAsking} onConfirm={cancel}
      />
    </li>
  );
}
