import { TextField, useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { LanguageField, languageName } from '../titles/details/LanguageField';
import { Rows } from '../titles/details/Rows';
import { replaced, without, type DraftForm } from '../titles/details/useDraft';
import type { BiographyDraft, PersonDraft } from './draft';
import styles from './People.module.css';

/** A life told in several languages. */
export function Biographies({ form: { draft: { biographies }, change, errorOf } }: { form: DraftForm<PersonDraft> }) {
  const { t } = useTranslation('people');
  const { language: own } = useFormat();
  const nameOf = (index: number) => t('biographyIn', { language: languageName(biographies[index]?.language ?? '', own) || String(index + 1) });
  return (
    <Rows
      title={t('biographies')} count={biographies.length} nameOf={nameOf} removeLabel={index => t('removeEntry', { name: nameOf(index) })} addLabel={t('addBiography')}
      onAdd={() => change({ biographies: [...biographies, { language: '', text: '' }] })} onRemove={index => change({ biographies: without(biographies, index) })}
      row={index => {
        const biography = biographies[index];
        if (!biography) return null;
        const place = `biographies[${index}]`;
        const write = (part: Partial<BiographyDraft>, field: string) => change({ biographies: replaced(biographies, index, part) }, `${place}.${field}`);
        return (
          <>
            <LanguageField label={t('language')} name={`${place}.language`} value={biography.language} error={errorOf(`${place}.language`)} onChange={language => write({ language }, 'language')} isRequired />
            <div className={styles.whole}>
              <TextField label={t('biography')} name={`${place}.text`} value={biography.text} error={errorOf(`${place}.text`)} onChange={text => write({ text }, 'text')} multiline rows={6} isRequired />
            </div>
          </>
        );
      }}
    />
  );
}
