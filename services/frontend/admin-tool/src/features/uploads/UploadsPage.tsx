import { Button, Card, EmptyState, FileDrop, Page } from '@streamix/ui';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUploads } from '../../uploads/useUploads';
import { PastUploads } from './PastUploads';
import { PendingFiles, pendingOf, type Pending } from './PendingFiles';
import { UploadRow } from './UploadRow';
import styles from './UploadsPage.module.css';
import { isUnderWay } from './words';

/** All uploads: what is chosen, what is on its way from here, what was begun elsewhere, what is done. */
export function Component() {
  const { t } = useTranslation('uploads');
  const { queue, uploads } = useUploads();
  const [pending, setPending] = useState<readonly Pending[]>([]);
  useEffect(() => { queue.adopt().catch(() => {}); }, [queue]);

  return (
    <Page title={t('uploads')} width="wide">
      <div className={styles.columns}>
        <Card title={t('add')}>
          <FileDrop label={t('drop')} accept={['video/*']} isMultiple onFiles={files => setPending([...pending, ...pendingOf(files)])} />
          {pending.length > 0 && <PendingFiles files={pending} onChange={setPending} />}
        </Card>
        <Card
          title={t('underWay')}
          actions={
            <>
              {uploads.some(isUnderWay) && <Button size="small" variant="quiet" onPress={() => queue.pauseAll()}>{t('pauseAll')}</Button>}
              {uploads.some(({ state }) => state === 'paused') && <Button size="small" variant="quiet" onPress={() => queue.resumeAll()}>{t('resumeAll')}</Button>}
            </>
          }
        >
          {uploads.length === 0
            ? <EmptyState icon="upload" level={3} title={t('noneTitle')} body={t('noneBody')} />
            : <ul className={styles.list}>{uploads.map(view => <UploadRow key={view.key} view={view} queue={queue} />)}</ul>}
        </Card>
        <PastUploads />
      </div>
    </Page>
  );
}
