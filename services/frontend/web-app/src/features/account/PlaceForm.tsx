import { explainBy } from '@streamix/api';
import { Button, Card, Form, languages, Select, toast } from '@streamix/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countriesIn } from '../auth/countries';
import { savePlace, type Account } from './accountApi';
import styles from './account.module.css';
import { Conflict } from './Conflict';
import { useSaveAccount } from './useAccountRecord';

interface PlaceFormProps {
  account: Account;
  onReload: () => unknown;
}

/** The language that mails are written in, and the country that decides what may be watched. */
export function PlaceForm({ account, onReload }: PlaceFormProps) {
  const { t, i18n } = useTranslation('account');
  const [locale, setLocale] = useState(account.locale);
  const [country, setCountry] = useState(account.country);
  const countries = useMemo(() => countriesIn(i18n.language), [i18n.language]);
  const spoken = useMemo(() => localesIn(i18n.language, account.locale), [i18n.language, account.locale]);
  const save = useSaveAccount(savePlace, () => toast(t('saved'), { kind: 'success' }));

  return (
    <Card as="section" title={t('place.title')}>
      <Form
        className={styles.form}
        label={t('place.title')}
        error={save.error}
        explain={explainBy({ 412: t('conflict.body') })}
        onSubmit={() => save.mutate({ locale, country })}
      >
        <div className={styles.pair}>
          <Select label={t('place.locale')} description={t('place.localeHint')} name="locale" options={spoken} value={locale} onChange={setLocale} />
          <Select label={t('place.country')} description={t('place.countryHint')} name="country" options={countries} value={country} onChange={setCountry} />
        </div>
        <div className={styles.actions}>
          <Button type="submit" variant="primary" isPending={save.isPending}>
            {t('save')}
          </Button>
          <Conflict error={save.error} onReload={onReload} />
        </div>
      </Form>
    </Card>
  );
}

function localesIn(language: string, current: string) {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const tags = new Set([current, ...languages.map(({ id }) => id as string)]);
  return [...tags].map(id => ({ id, label: nameOf(names, id) }));
}

function nameOf(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
