import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ThemeProvider } from '../../theme/ThemeProvider';
import { Toasts } from '../Toasts/Toasts';
import { claimPressableRule } from './claimPressableRule';

claimPressableRule();

/** Theme, language and messages for everything inside; once, around the router. */
export function UiProvider({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation('ui');
  return (
    <I18nProvider locale={i18n.resolvedLanguage ?? 'en'}>
      <ThemeProvider>
        {children}
        <Toasts />
      </ThemeProvider>
    </I18nProvider>
  );
}
