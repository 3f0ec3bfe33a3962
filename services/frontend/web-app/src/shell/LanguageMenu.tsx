import { Icon, languages } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Choice } from './Choice';
import { Disclosure } from './Disclosure';

export function LanguageMenu() {
  const { t, i18n } = useTranslation('common');
  const speak = (language: string, close: () => void) => {
    void i18n.changeLanguage(language);
    close();
  };
  return (
    <Disclosure face={<Icon name="language" />} label={t('header.language')}>
      {close => languages.map(({ id, name }) => (
        <Choice isChosen={id === i18n.resolvedLanguage} key={id} label={name} lang={id} onChoose={() => speak(id, close)} />
      ))}
    </Disclosure>
  );
}
