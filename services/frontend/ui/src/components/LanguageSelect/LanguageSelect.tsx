import { useTranslation } from 'react-i18next';
import { isLanguage, languages, type Language } from '../../i18n/languages';
import { Select } from '../Select/Select';

export interface LanguageSelectProps {
  isLabelHidden?: boolean | undefined;
  onChange?: ((language: Language) => void) | undefined;
}

export function LanguageSelect({ isLabelHidden, onChange }: LanguageSelectProps) {
  const { t, i18n } = useTranslation('ui');
  const current = i18n.resolvedLanguage;
  return (
    <Select<Language>
      label={t('language')}
      isLabelHidden={isLabelHidden}
      options={languages.map(({ id, name }) => ({ id, label: name }))}
      value={isLanguage(current) ? current : 'en'}
      onChange={language => {
        void i18n.changeLanguage(language);
        onChange?.(language);
      }}
    />
  );
}
