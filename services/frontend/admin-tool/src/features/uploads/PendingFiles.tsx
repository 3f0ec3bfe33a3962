import { Button, IconButton, Switch, useFormat } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openUploads } from '../../uploads/uploads';
import { TitlePicker } from './TitlePicker';
import styles from './PendingFiles.module.css';

export interface Pending { readonly key: string; readonly file: File; readonly titleId?: string; readonly isProtected: boolean }

export const pendingOf = (files: readonly File[]): Pending[] => files.map(file => ({ key: crypto.randomUUID(), file, isProtected: true }));

/** Files that were chosen and wait to be told which titles they are for. */
export function PendingFiles({ files, onChange }: { files: readonly Pending[]; onChange: (files: Pending[]) => void }) {
  const { t } = useTranslation('uploads');
  const format = useFormat();
  const [isTold, setTold] = useState(false);
  const change = (key: string, part: Partial<Pending>) => onChange(files.map(one => one.key === key ? { ...one, ...part } : one));

  const start = () => {
    setTold(true);
    for (const { file, titleId, isProtected } of files)
      if (titleId && file.size > 0) openUploads().add({ titleId, protected: isProtected, priority: 5 }, file);
    onChange(files.filter(({ titleId, file }) => !titleId || file.size === 0));
  };

  return (
    <section aria-label={t('chosen')} className={styles.pending}>
      <ul className={styles.list}>
        {files.map(({ key, file, titleId, isProtected }) => (
          <li key={key} className={styles.file}>
            <div className={styles.facts}>
              <bdi className={styles.name}>{file.name}</bdi>
              <span className={styles.size}>{file.size > 0 ? format.bytes(file.size) : t('empty')}</span>
            </div>
            <TitlePicker onPick={title => change(key, { titleId: title.id })} {...(isTold && !titleId ? { error: t('titleNeeded') } : {})} />
            <Switch value={isProtected} onChange={value => change(key, { isProtected: value })}>{t('protected')}</Switch>
            <IconButton icon="close" label={t('leaveOut', { file: file.name })} onPress={() => onChange(files.filter(one => one.key !== key))} />
          </li>
        ))}
      </ul>
      <Button variant="primary" onPress={start}>{t('start', { count: files.length })}</Button>
    </section>
  );
}
