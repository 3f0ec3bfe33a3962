import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { afterEach, expect, test, vi } from 'vitest';
import { LanguageSelect } from '../components/LanguageSelect/LanguageSelect';
import { UiProvider } from '../components/UiProvider/UiProvider';
import { fillInForJsdom } from '../testing';
import { setUpI18n } from './setUpI18n';

const words = { en: { hello: 'Welcome to {{app}}' }, ar: { hello: 'أهلًا بك في {{app}}' } };

function Hello() {
  const { t } = useTranslation('auth');
  return <p>{t('hello')}</p>;
}

afterEach(() => {
  document.documentElement.removeAttribute('dir');
});

test('Language_ArabicChosen_TurnsWordsAndDirectionAndIsRemembered', async () => {
  fillInForJsdom();
  const load = vi.fn((language: 'en' | 'ar') => Promise.resolve({ default: words[language] }));
  await setUpI18n({ app: 'Streamix', load });
  render(
    <Suspense>
      <UiProvider>
        <Hello />
        <LanguageSelect />
      </UiProvider>
    </Suspense>,
  );
  expect(await screen.findByText('Welcome to Streamix')).toBeVisible();
  expect(load).not.toHaveBeenCalledWith('ar', 'auth');

  await userEvent.click(screen.getByRole('button', { name: /Language/ }));
  await userEvent.click(screen.getByRole('option', { name: 'العربية' }));

  expect(await screen.findByText('أهلًا بك في Streamix')).toBeVisible();
  expect(document.documentElement).toHaveAttribute('dir', 'rtl');
  expect(document.documentElement).toHaveAttribute('lang', 'ar');
  expect(localStorage.getItem('streamix.language')).toBe('ar');
});
