import { IconButton, Menu, useTheme, type Theme } from '@streamix/ui';
import { useTranslation } from 'react-i18next';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

export function ThemeMenu() {
  const { t } = useTranslation('common');
  const { theme, setTheme } = useTheme();
  return (
    <Menu
      items={themes.map(id => ({ id, label: t(`theme.${id}`), icon: id === theme ? 'check' : undefined }))}
      onAction={setTheme}
      trigger={<IconButton icon={theme === 'light' ? 'sun' : 'moon'} label={t('header.theme')} />}
    />
  );
}
