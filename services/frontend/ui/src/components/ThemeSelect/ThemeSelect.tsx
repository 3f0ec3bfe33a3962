import { useTranslation } from 'react-i18next';
import { themes, type Theme } from '../../theme/theme';
import { useTheme } from '../../theme/ThemeProvider';
import { RadioGroup } from '../RadioGroup/RadioGroup';
import { Select } from '../Select/Select';

export interface ThemeSelectProps {
  isLabelHidden?: boolean | undefined;
  as?: 'select' | 'radios' | undefined;
}

export function ThemeSelect({ isLabelHidden, as = 'select' }: ThemeSelectProps) {
  const { t } = useTranslation('ui');
  const { theme, setTheme } = useTheme();
  const options = themes.map(id => ({ id, label: t(`themes.${id}`) }));
  return as === 'radios' ? (
    <RadioGroup<Theme> label={t('theme')} options={options} value={theme} onChange={setTheme} />
  ) : (
    <Select<Theme> label={t('theme')} isLabelHidden={isLabelHidden} options={options} value={theme} onChange={setTheme} />
  );
}
