import { explainBy, hasStatus } from '@streamix/api';
import { Button, Form, Select, Switch, TextField, toast } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AvatarField } from './AvatarField';
import { agesFor, longestName, withKids, type ProfileForm as FormState } from './draft';
import { LanguageField } from './LanguageField';
import { PreferenceFields } from './PreferenceFields';
import styles from './ProfileForm.module.css';
import type { Profile } from './profilesApi';
import { useSave } from './useSave';

interface ProfileFormProps {
  initial: FormState;
  /** What is changed; absent for a new profile. */
  edited?: { profile: Profile; etag: string };
  onSaved: (profile: Profile) => void;
}

export function ProfileForm({ initial, edited, onSaved }: ProfileFormProps) {
  const { t } = useTranslation('profiles');
  const [form, setForm] = useState(initial);
  const { save, dialogs } = useSave(edited, profile => {
    toast(t('form.saved'), { kind: 'success' });
    onSaved(profile);
  });
  const change = (part: Partial<FormState>) => setForm(before => ({ ...before, ...part }));

  const isSent = save.variables?.name === form.name;
  const nameError = isSent && hasStatus(save.error, 409) && save.error.code === null ? t('form.nameTaken') : undefined;
  const explain = explainBy({
    'profile-limit': t('form.full'),
    'account-closed': t('form.closed'),
    409: t('form.nameTaken'),
    412: t('form.stale'),
    413: t('avatar.size'),
    415: t('avatar.type'),
    422: save.error && 'picture' in errorsOf(save.error) ? t('avatar.refused') : t('form.refused'),
    429: t('pin.lockedBriefly'),
    503: t('form.busy'),
  });

  return (
    <Form className={styles.fields} label={t(edited ? 'form.edit' : 'form.new')} error={save.error} explain={explain} onSubmit={() => save.mutate(form)}>
      <AvatarField profile={edited?.profile} name={form.name} wish={form.avatar} onChange={avatar => change({ avatar })} />
      <TextField
        label={t('form.name')}
        name="name"
        maxLength={longestName}
        autoComplete="off"
        value={form.name}
        onChange={name => change({ name })}
        error={nameError ?? (isSent && 'name' in errorsOf(save.error) ? t('form.nameWrong') : undefined)}
        isRequired
      />
      <Switch isSelected={form.kids} onChange={kids => setForm(before => withKids(before, kids))} description={t('form.kidsHint')}>
        {t('form.kids')}
      </Switch>
      <Select
        label={t('form.maturity')}
        description={t('form.maturityHint')}
        name="maturity"
        options={agesFor(form.kids, form.maturity).map(age => ({ id: String(age), label: t(`maturity.${ageWord(age)}`, { age }) }))}
        value={String(form.maturity)}
        onChange={age => change({ maturity: Number(age) })}
      />
      <LanguageField
        label={t('form.language')}
        none={t('form.accountLanguage')}
        isOwnOnly
        value={form.language}
        onChange={language => change({ language })}
      />
      <PreferenceFields value={form.preferences} onChange={preferences => change({ preferences })} />
      {!edited && <p className={styles.hint}>{t('form.pinLater')}</p>}
      <Button type="submit" variant="primary" isWide isPending={save.isPending}>
        {t(edited ? 'form.save' : 'form.create')}
      </Button>
      {dialogs}
    </Form>
  );
}

function ageWord(age: number) {
  return age >= 18 ? 'all' : age === 0 ? 'least' : 'upTo';
}

function errorsOf(error: unknown): Record<string, string[]> {
  return hasStatus(error, 422) ? error.errors : {};
}
