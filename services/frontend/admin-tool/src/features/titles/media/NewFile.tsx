import { Card, FileDrop, Switch } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUploads } from '../../../uploads/useUploads';
import { UploadRow } from '../../uploads/UploadRow';
import styles from './Media.module.css';

const films = ['video/*', '.mkv', '.mp4', '.mov', '.webm', '.ts', '.m2ts', '.avi', '.mxf'];
const usualPriority = 5;

/** A file for this title; it goes on while one works elsewhere. */
export function NewFile({ titleId }: { titleId: string }) {
  const { t } = useTranslation('titles');
  const { queue, uploads } = useUploads();
  const [isProtected, setProtected] = useState(true);
  const [empty, setEmpty] = useState<string>();
  const mine = uploads.filter(upload => upload.titleId === titleId);

  const start = ([file]: File[]) => {
    if (!file) return;
    setEmpty(file.size === 0 ? t('media.empty', { file: file.name }) : undefined);
    if (file.size > 0) queue.add({ titleId, protected: isProtected, priority: usualPriority }, file);
  };

  return (
    <Card as="section" title={t('media.upload')}>
      <div className={styles.stack}>
        <Switch value={isProtected} onChange={setProtected} description={t('media.protectHint')}>{t('media.protect')}</Switch>
        <FileDrop label={t('media.drop')} accept={films} onFiles={start} error={empty} />
        {mine.length > 0 && <ul className={styles.list}>{mine.map(view => <UploadRow key={view.key} view={view} queue={queue} />)}</ul>}
      </div>
    </Card>
  );
}
