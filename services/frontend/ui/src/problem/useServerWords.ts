import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** The API writes English sentences: whoever reads another language gets ours instead, or none. */
export function useServerWords(): (sentence: string | undefined, ours?: string) => string | undefined {
  const { i18n } = useTranslation('ui');
  const isRead = (i18n.resolvedLanguage ?? i18n.language) === 'en';
  return useCallback((sentence, ours) => (isRead ? sentence || ours : ours), [isRead]);
}
