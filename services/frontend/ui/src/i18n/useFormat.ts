import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatter } from './formatter';

/** Dates, numbers and sizes written as the current language writes them. */
export function useFormat() {
  const { i18n } = useTranslation('ui');
  const language = i18n.resolvedLanguage ?? i18n.language;
  return useMemo(() => formatter(language), [language]);
}
