import { TextField, useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { isCountry } from './complaints';

interface TerritoryFieldProps { value: string; onChange: (code: string) => void; error?: string | undefined; name: string }

/** A country by its code, or * for everywhere else. */
export function TerritoryField({ value, onChange, error, name }: TerritoryFieldProps) {
  const { t } = useTranslation('titles');
  const { language } = useFormat();
  return (
    <TextField
      label={t('territory')} name={name} value={value} error={error} autoCapitalize="characters" maxLength={2}
      description={territoryName(value, language) ?? (value === '*' ? t('everywhere') : t('territoryHint'))}
      onChange={text => onChange(text.trim().toUpperCase())}
    />
  );
}

export function territoryName(code: string, inLanguage: string): string | undefined {
  return isCountry(code) ? new Intl.DisplayNames([inLanguage], { type: 'region', fallback: 'code' }).of(code) : undefined;
}
