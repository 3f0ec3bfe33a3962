import { Select, languages } from '@streamix/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

interface LanguageFieldProps {
  label: string;
  /** What no choice of one's own means. */
  none: string;
  /** Only languages this app speaks. */
  isOwnOnly?: boolean;
  value: string | null;
  onChange: (language: string | null) => void;
}

const spoken = ['ar', 'cs', 'da', 'de', 'el', 'en', 'es', 'fi', 'fr', 'he', 'hi', 'hu', 'id', 'it', 'ja', 'ko', 'nl', 'no', 'pl', 'pt', 'ro', 'ru', 'sv', 'th', 'tr', 'uk', 'vi', 'zh'];
const nothing = 'none';

export function LanguageField({ label, none, isOwnOnly = false, value, onChange }: LanguageFieldProps) {
  const { i18n } = useTranslation('profiles');
  const options = useMemo(() => {
    const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
    const known = isOwnOnly ? languages.map(({ id }) => id as string) : spoken;
    const all = value === null || known.includes(value) ? known : [...known, value];
    const order = new Intl.Collator(i18n.language);
    return all.map(id => ({ id, label: names.of(id) ?? id })).sort((a, b) => order.compare(a.label, b.label));
  }, [i18n.language, isOwnOnly, value]);

  return (
    <Select
      label={label}
      options={[{ id: nothing, label: none }, ...options]}
      value={value ?? nothing}
      onChange={id => onChange(id === nothing ? null : id)}
    />
  );
}
