import { ComboBox, useFormat } from '@streamix/ui';
import { isLanguage } from './complaints';

const usual = ['en', 'ar', 'de', 'es', 'fr', 'hi', 'it', 'ja', 'ko', 'nl', 'pl', 'pt-BR', 'pt-PT', 'ru', 'sv', 'tr', 'uk', 'ur', 'zh-Hans', 'zh-Hant'];

interface LanguageFieldProps {
  label: string;
  value: string;
  onChange: (tag: string) => void;
  error?: string | undefined;
  name?: string | undefined;
  isRequired?: boolean;
}

/** A language tag; the usual ones are found by their names, every other may be written. */
export function LanguageField({ label, value, onChange, error, name, isRequired }: LanguageFieldProps) {
  const { language } = useFormat();
  const sought = value.trim().toLowerCase();
  const items = usual.map(id => ({ id, label: id, detail: languageName(id, language) }))
    .filter(({ id, detail }) => usual.includes(value) || id.toLowerCase().startsWith(sought) || detail.toLowerCase().includes(sought));
  return (
    <ComboBox
      label={label} items={items} inputValue={value} onInputChange={onChange} onSelect={item => onChange(item.id)} error={error} name={name} isRequired={isRequired}
      description={languageName(value.trim(), language) || undefined}
    />
  );
}

/** Empty for what is no language tag. */
export function languageName(tag: string, inLanguage: string): string {
  if (!isLanguage(tag)) return '';
  return new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}
