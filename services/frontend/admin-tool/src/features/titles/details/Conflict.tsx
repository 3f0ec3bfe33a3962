import { Button, Card } from '@streamix/ui';
import { useTranslation } from 'react-i18next';

interface ConflictProps { onReload: () => void; onOverwrite: () => void; isBusy: boolean }

/** Somebody else has changed it meanwhile: whose words hold is decided here. */
export function Conflict({ onReload, onOverwrite, isBusy }: ConflictProps) {
  const { t } = useTranslation('titles');
  return (
    <div role="alert">
      <Card title={t('conflict.title')} actions={(
        <>
          <Button onPress={onReload} isPending={isBusy}>{t('conflict.reload')}</Button>
          <Button variant="danger" onPress={onOverwrite} isPending={isBusy}>{t('conflict.overwrite')}</Button>
        </>
      )}>
        <p>{t('conflict.body')}</p>
      </Card>
    </div>
  );
}
