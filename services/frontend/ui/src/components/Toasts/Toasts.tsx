import { Text, UNSTABLE_Toast as Toast, UNSTABLE_ToastContent as ToastContent, UNSTABLE_ToastRegion as ToastRegion } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button/Button';
import { Icon, type IconName } from '../Icon/Icon';
import { IconButton } from '../IconButton/IconButton';
import { names } from '../names';
import { toasts, type ToastKind } from './toast';
import styles from './Toasts.module.css';

const icons: Record<ToastKind, IconName> = { info: 'info', success: 'check', warning: 'warning', danger: 'warning' };

/** One of these near the root of an application. */
export function Toasts() {
  const { t } = useTranslation('ui');
  return (
    <ToastRegion queue={toasts} aria-label={t('messages')} className={names(styles.region)}>
      {({ toast }) => {
        const { kind, message, actionLabel, onAction } = toast.content;
        return (
          <Toast toast={toast} className={names(styles.toast, styles[kind])}>
            <Icon name={icons[kind]} />
            <ToastContent className={names(styles.content)}>
              <Text slot="title">{message}</Text>
            </ToastContent>
            {actionLabel && onAction && (
              <Button
                size="small"
                variant="quiet"
                onPress={() => {
                  onAction();
                  toasts.close(toast.key);
                }}
              >
                {actionLabel}
              </Button>
            )}
            <IconButton slot="close" icon="close" label={t('close')} hasTooltip={false} />
          </Toast>
        );
      }}
    </ToastRegion>
  );
}
