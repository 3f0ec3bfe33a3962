import { toast } from '@streamix/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { onUpdate, takeUpdate } from './serviceWorker';

/** Nobody is thrown out of a film by an update: it is offered. */
export function UpdatePrompt() {
  const { t } = useTranslation('common');
  useEffect(() => {
    let close = () => {};
    const stop = onUpdate(worker => {
      close();
      close = toast(t('update.ready'), { actionLabel: t('update.now'), onAction: () => takeUpdate(worker) });
    });
    return () => {
      stop();
      close();
    };
  }, [t]);
  return null;
}
