import { RadioGroup, Switch } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { LanguageField } from './LanguageField';
import styles from './ProfileForm.module.css';
import type { Preferences } from './profilesApi';

interface PreferenceFieldsProps {
  value: Preferences;
  onChange: (preferences: Preferences) => void;
}

const themes = ['system', 'dark', 'light'] as const;
const qualities = ['auto', 'sd', 'hd', 'uhd'] as const;
const savers = ['off', 'mobile', 'always'] as const;

/** The preferences that belong to who somebody is; the others are with the account. What is not shown here is kept. */
export function PreferenceFields({ value, onChange }: PreferenceFieldsProps) {
  const { t } = useTranslation('profiles');
  const change = (part: Partial<Preferences>) => onChange({ ...value, ...part });
  return (
    <fieldset className={styles.group}>
      <legend>{t('preferences.title')}</legend>
      <LanguageField
        label={t('preferences.audio')}
        none={t('preferences.original')}
        value={value.audioLanguage ?? null}
        onChange={audioLanguage => change({ audioLanguage })}
      />
      <LanguageField
        label={t('preferences.captions')}
        none={t('preferences.profileLanguage')}
        value={value.captions?.language ?? null}
        onChange={language => change({ captions: { ...value.captions, language } })}
      />
      <Switch isSelected={value.autoplayNext ?? true} onChange={autoplayNext => change({ autoplayNext })}>
        {t('preferences.autoplayNext')}
      </Switch>
      <Switch isSelected={value.autoplayPreviews ?? true} onChange={autoplayPreviews => change({ autoplayPreviews })}>
        {t('preferences.autoplayPreviews')}
      </Switch>
      <RadioGroup
        label={t('preferences.quality')}
        options={qualities.map(id => ({ id, label: t(`preferences.qualities.${id}`) }))}
        value={value.quality ?? 'auto'}
        onChange={quality => change({ quality })}
      />
      <RadioGroup
        label={t('preferences.dataSaver')}
        options={savers.map(id => ({ id, label: t(`preferences.savers.${id}`) }))}
        value={value.dataSaver ?? 'off'}
        onChange={dataSaver => change({ dataSaver })}
      />
      <RadioGroup
        label={t('preferences.theme')}
        options={themes.map(id => ({ id, label: t(`preferences.themes.${id}`) }))}
        value={value.theme ?? 'system'}
        onChange={theme => change({ theme })}
      />
      <Switch
        isSelected={value.reducedMotion ?? false}
        onChange={reducedMotion => change({ reducedMotion })}
        description={t('preferences.reducedMotionHint')}
      >
        {t('preferences.reducedMotion')}
      </Switch>
    </fieldset>
  );
}
