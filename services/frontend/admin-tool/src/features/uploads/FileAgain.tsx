import { Button, toast } from '@streamix/ui';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { JobView } from '../../uploads/JobView';
import type { UploadQueue } from '../../uploads/UploadQueue';

/** A page that was loaded again has no file any more: its owner chooses it once more, and it goes on from what has arrived. */
export function FileAgain({ view, queue }: { view: JobView; queue: UploadQueue }) {
  const { t } = useTranslation('uploads');
  const choose = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !queue.attach(view.key, file)) toast(t('otherSize', { file: view.fileName }), { kind: 'danger' });
  };
  return (
    <FileTrigger onSelect={choose}>
      <Button size="small" variant="primary">{t('chooseAgain')}</Button>
    </FileTrigger>
  );
}
