import { IconButton, Menu, languages } from '@streamix/ui';
import { useTranslation } from 'react-i18next';

export function LanguageMenu() {
  const { t, i18n } = useTranslation('common');
  return (
    <Menu
      items={languages.map(({ id, name }) => ({ id, label: name, icon: id === i18n.resolvedLanguage ? 'check' : undefined }))}
      onAction={language => void i18n.changeLanguage(language)}
      trigger={<IconButton icon="language" label={t('header.language')} />}
    />
  );
}
