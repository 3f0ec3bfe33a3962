import { IconButton, LinkButton, Progress } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useUploads } from '../../uploads/useUploads';
import styles from './UploadsDock.module.css';
import { UploadRow } from './UploadRow';
import { useRoomForToasts } from './useRoomForToasts';
import { isUnderWay } from './words';

/** The uploads of this page, on every page but their own: they go on while one works elsewhere. */
export function UploadsDock() {
  const { t } = useTranslation('uploads');
  const { queue, uploads } = useUploads();
  const [isOpen, setOpen] = useState(false);
  const { pathname } = useLocation();
  const dock = useRoomForToasts();
  const going = uploads.filter(isUnderWay);
  if (uploads.length === 0 || pathname.endsWith('/uploads')) return null;

  const [done, bytes] = uploads.reduce(([sum, of], view) => [sum + view.done, of + view.bytes], [0, 0]);
  return (
    <aside ref={dock} className={styles.dock} aria-label={t('uploads')}>
      <div className={styles.head}>
        <strong>{going.length > 0 ? t('dock', { count: going.length }) : t('dockIdle')}</strong>
        <LinkButton variant="quiet" size="small" to="/uploads">{t('showAll')}</LinkButton>
        <IconButton icon={isOpen ? 'chevron-down' : 'chevron-up'} label={isOpen ? t('fold') : t('unfold')} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)} />
      </div>
      <Progress label={t('all')} isLabelHidden value={done} max={bytes} />
      {isOpen && <ul className={styles.list}>{uploads.map(view => <UploadRow key={view.key} view={view} queue={queue} />)}</ul>}
    </aside>
  );
}
