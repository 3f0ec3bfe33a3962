import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';

export type ToastKind = 'info' | 'success' | 'warning' | 'danger';

export interface ToastContent {
  message: string;
  kind: ToastKind;
  actionLabel?: string | undefined;
  onAction?: (() => void) | undefined;
}

export interface ToastOptions extends Partial<Omit<ToastContent, 'message'>> {
  /** Milliseconds; 0 keeps it until it is closed. */
  timeout?: number | undefined;
}

export const toasts = new ToastQueue<ToastContent>({ maxVisibleToasts: 4 });

/** Returns what closes the message before its time. */
export function toast(message: string, { kind = 'info', timeout, ...action }: ToastOptions = {}) {
  const stays = timeout ?? (kind === 'danger' || action.onAction ? 0 : 6000);
  const key = toasts.add({ message, kind, ...action }, stays > 0 ? { timeout: Math.max(stays, 5000) } : {});
  return () => toasts.close(key);
}
