import { Icon, useTheme, type Theme } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Choice } from './Choice';
import { Disclosure } from './Disclosure';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

export function ThemeMenu() {
  const { t } = useTranslation('common');
  const { theme, setTheme } = useTheme();
  const wear = (chosen: Theme, close: () => void) => {
    setTheme(chosen);
    close();
  };
  return (
    <Disclosure face={<Icon name={theme === 'light' ? 'sun' : 'moon'} />} label={t('header.theme')}>
      {close => themes.map(id => <Choice isChosen={id === theme} key={id} label={t(`theme.${id}`)} onChoose={() => wear(id, close)} />)}
    </Disclosure>
  );
}
