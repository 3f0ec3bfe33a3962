import { explainBy, isProblem, newIdempotencyKey } from '@streamix/api';
import { Button, Checkbox, Form, Select, TextField } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './AuthPage.module.css';
import { countriesIn, likelyCountry } from './countries';
import { NewPasswordField } from './NewPasswordField';
import { complaintFrom, complaintOf } from './password';
import { register, termsVersion, type RegistrationDraft } from './registration';
import { TermsDialog } from './TermsDialog';

export interface SignedUp {
  accountId: string;
  email: string;
  password: string;
}

const longestName = 100;

export function SignUpForm({ onRegistered }: { onRegistered: (signedUp: SignedUp) => void }) {
  const { t, i18n } = useTranslation('auth');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [country, setCountry] = useState(likelyCountry);
  const [accepted, setAccepted] = useState(false);
  const [marketingConsent, setMarketing] = useState(false);
  const [isTried, setTried] = useState(false);
  const countries = useMemo(() => countriesIn(i18n.language), [i18n.language]);
  const keyFor = useKeyOfDraft();

  const attempt = useMutation({
    mutationFn: (draft: RegistrationDraft) => register(draft, keyFor(draft)),
    onSuccess: (accountId, draft) => onRegistered({ accountId, email: draft.email, password: draft.password }),
  });
  const submit = () => {
    setTried(true);
    if (complaintOf(password, email) !== null || country === null || !accepted) return;
    attempt.mutate({ email: email.trim(), password, displayName: displayName.trim(), locale: i18n.language, country, termsVersion, marketingConsent });
  };

  const refused = isProblem(attempt.error) && attempt.variables ? attempt.error.errors : {};
  const isUnchanged = (draft: Partial<RegistrationDraft>) =>
    Object.entries(draft).every(([name, value]) => attempt.variables?.[name as keyof RegistrationDraft] === value);
  const complaint = (isTried ? complaintOf(password, email) : null) ?? (isUnchanged({ password }) ? complaintFrom(refused['password']) : null);

  return (
    <Form className={styles.form} label={t('signUp.title')} error={attempt.error} explain={explainBy({ 409: t('signUp.twice') })} onSubmit={submit}>
      <TextField
        label={t('signUp.name')}
        description={t('signUp.nameHint')}
        name="displayName"
        autoComplete="nickname"
        maxLength={longestName}
        value={displayName}
        onChange={setDisplayName}
        error={refused['displayName'] && isUnchanged({ displayName: displayName.trim() }) ? t('signUp.nameWrong') : undefined}
        isRequired
      />
      <TextField
        label={t('email')}
        name="email"
        type="email"
        autoComplete="email"
        value={email}
        onChange={setEmail}
        error={refused['email'] && isUnchanged({ email: email.trim() }) ? t('emailWrong') : undefined}
        isRequired
      />
      <NewPasswordField value={password} onChange={setPassword} complaint={complaint} />
      <Select
        label={t('signUp.country')}
        options={countries}
        value={country}
        onChange={setCountry}
        error={isTried && country === null ? t('signUp.countryMissing') : undefined}
        isRequired
      />
      <Checkbox isSelected={accepted} onChange={setAccepted} error={isTried && !accepted ? t('signUp.termsMissing') : undefined}>
        {t('signUp.terms')}
      </Checkbox>
      <div className={styles.aside}><TermsDialog /></div>
      <Checkbox isSelected={marketingConsent} onChange={setMarketing}>
        {t('signUp.marketing')}
      </Checkbox>
      <Button type="submit" variant="primary" isWide isPending={attempt.isPending}>
        {t('signUp.submit')}
      </Button>
    </Form>
  );
}

/** One key for one draft, so that repeating it after a lost answer registers nobody twice. */
function useKeyOfDraft() {
  const last = useRef({ text: '', key: '' });
  return (draft: RegistrationDraft) => {
    const text = JSON.stringify(draft);
    if (last.current.text !== text) last.current = { text, key: newIdempotencyKey() };
    return last.current.key;
  };
}
