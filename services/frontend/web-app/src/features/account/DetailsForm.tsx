import { explainBy, isProblem } from '@streamix/api';
import { Button, Card, DateField, Form, TextField, toast } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveDetails, type Account } from './accountApi';
import styles from './account.module.css';
import { Conflict } from './Conflict';
import { useSaveAccount } from './useAccountRecord';

interface DetailsFormProps {
  account: Account;
  onReload: () => unknown;
}

const longestName = 100;

export function DetailsForm({ account, onReload }: DetailsFormProps) {
  const { t } = useTranslation('account');
  const [displayName, setDisplayName] = useState(account.displayName);
  const [givenName, setGivenName] = useState(account.givenName ?? '');
  const [familyName, setFamilyName] = useState(account.familyName ?? '');
  const [birthDate, setBirthDate] = useState(account.birthDate);
  const [phone, setPhone] = useState(account.phone ?? '');
  const save = useSaveAccount(saveDetails, () => toast(t('saved'), { kind: 'success' }));

  const draft = { displayName: displayName.trim(), givenName: orNull(givenName), familyName: orNull(familyName), birthDate, phone: orNull(phone.replace(/[\s()./-]/g, '')) };
  const refused = isProblem(save.error) ? save.error.errors : {};
  const sayWrong = (name: keyof typeof draft, words: string) => (refused[name] && save.variables?.[name] === draft[name] ? words : undefined);

  return (
    <Card as="section" title={t('details.title')}>
      <Form
        className={styles.form}
        label={t('details.title')}
        error={save.error}
        explain={explainBy({ 412: t('conflict.body'), 422: t('details.wrong') })}
        onSubmit={() => save.mutate(draft)}
      >
        <TextField
          label={t('details.displayName')}
          description={t('details.displayNameHint')}
          name="displayName"
          autoComplete="nickname"
          maxLength={longestName}
          value={displayName}
          onChange={setDisplayName}
          error={sayWrong('displayName', t('details.displayNameWrong'))}
          isRequired
        />
        <div className={styles.pair}>
          <TextField label={t('details.givenName')} name="givenName" autoComplete="given-name" maxLength={longestName} value={givenName} onChange={setGivenName} />
          <TextField label={t('details.familyName')} name="familyName" autoComplete="family-name" maxLength={longestName} value={familyName} onChange={setFamilyName} />
        </div>
        <div className={styles.pair}>
          <DateField label={t('details.birthDate')} name="birthDate" value={birthDate} onChange={setBirthDate} error={sayWrong('birthDate', t('details.birthDateWrong'))} />
          <TextField
            label={t('details.phone')}
            description={t('details.phoneHint')}
            name="phone"
            type="tel"
            autoComplete="tel"
            value={phone}
            onChange={setPhone}
            error={sayWrong('phone', t('details.phoneWrong'))}
          />
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

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
