import { DateField, NumberField, Select, TextField } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { isHead, isNumbered, plays } from '../kinds';
import type { Draft } from './draft';
import { LanguageField } from './LanguageField';
import { limits } from './limits';
import styles from './Rows.module.css';
import type { DraftForm } from './useDraft';

interface BasicsProps { kind: string; form: DraftForm<Draft>; formats: readonly string[] }

export function Basics({ kind, form: { draft, change, errorOf }, formats }: BasicsProps) {
  const { t } = useTranslation('titles');
  return (
    <div className={styles.grid}>
      <div className={styles.whole}>
        <TextField label={t('originalTitle')} name="originalTitle" value={draft.originalTitle} error={errorOf('originalTitle')} isRequired
          onChange={originalTitle => change({ originalTitle }, 'originalTitle')} />
      </div>
      <LanguageField label={t('originalLanguage')} name="originalLanguage" value={draft.originalLanguage} error={errorOf('originalLanguage')} isRequired
        onChange={originalLanguage => change({ originalLanguage }, 'originalLanguage')} />
      {isHead(kind) && (
        <Select label={t('format')} name="format" options={formats.map(id => ({ id, label: t(`formats.${id}`) }))} value={draft.format} error={errorOf('format')} isRequired
          onChange={format => change({ format }, 'format')} />
      )}
      {isNumbered(kind) && (
        <NumberField label={t('number')} name="number" value={draft.number} error={errorOf('number')} minValue={0} maxValue={limits.number} isRequired
          onChange={number => change({ number }, 'number')} />
      )}
      <DateField label={t('releasedOn')} name="releasedOn" value={draft.releasedOn} error={errorOf('releasedOn')} onChange={releasedOn => change({ releasedOn }, 'releasedOn')} />
      <NumberField label={t('year')} name="year" description={t('yearHint')} value={draft.year} error={errorOf('year')} formatOptions={{ useGrouping: false }}
        onChange={year => change({ year }, 'year')} />
      {plays(kind) && (
        <TextField label={t('runtime')} name="runtimeSeconds" description={t('runtimeHint')} value={draft.runtime} error={errorOf('runtimeSeconds')} placeholder="1:32:05"
          onChange={runtime => change({ runtime }, 'runtimeSeconds')} />
      )}
      <TextField label={t('countries')} name="countries" description={t('countriesHint')} value={draft.countries} error={errorOf('countries')} autoCapitalize="characters"
        onChange={countries => change({ countries }, 'countries')} />
      <TextField label={t('slug')} name="slug" description={t('slugHint')} value={draft.slug} error={errorOf('slug')} autoCapitalize="none"
        onChange={slug => change({ slug }, 'slug')} />
      <NumberField label={t('promotion')} name="promotion" description={t('promotionHint')} value={draft.promotion} error={errorOf('promotion')} minValue={0} maxValue={limits.promotion}
        onChange={promotion => change({ promotion }, 'promotion')} />
    </div>
  );
}
