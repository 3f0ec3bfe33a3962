import { Button, TextField, useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft';
import { LanguageField, languageName } from './LanguageField';
import { Rows } from './Rows';
import styles from './Rows.module.css';
import { replaced, without, type DraftForm } from './useDraft';

const wanted = ['en', 'ar'];

/** What viewers read, language by language. */
export function Texts({ form: { draft, change, errorOf } }: { form: DraftForm<Draft> }) {
  const { t } = useTranslation('titles');
  const { language: own } = useFormat();
  const { texts } = draft;
  const add = (language: string) => change({ texts: [...texts, { language, title: '', tagline: '', synopsis: '' }] });
  const missing = wanted.filter(tag => !texts.some(text => text.language.toLowerCase().split('-')[0] === tag));
  const nameOf = (index: number) => t('textsIn', { language: languageName(texts[index]?.language ?? '', own) || t('entry', { number: index + 1 }) });

  return (
    <Rows
      title={t('texts')} explanation={t('textsHint')} count={texts.length} nameOf={nameOf} removeLabel={index => t('removeEntry', { name: nameOf(index) })} addLabel={t('addLanguage')} onAdd={() => add('')}
      onRemove={index => change({ texts: without(texts, index) })}
      row={index => {
        const text = texts[index];
        if (!text) return null;
        const place = `texts[${index}]`;
        const write = (part: Partial<typeof text>, field: string) => change({ texts: replaced(texts, index, part) }, `${place}.${field}`);
        return (
          <>
            <LanguageField label={t('language')} name={`${place}.language`} value={text.language} error={errorOf(`${place}.language`)} onChange={language => write({ language }, 'language')} isRequired />
            <TextField label={t('title')} name={`${place}.title`} value={text.title} error={errorOf(`${place}.title`)} onChange={title => write({ title }, 'title')} isRequired />
            <div className={styles.whole}>
              <TextField label={t('tagline')} name={`${place}.tagline`} value={text.tagline} error={errorOf(`${place}.tagline`)} onChange={tagline => write({ tagline }, 'tagline')} />
            </div>
            <div className={styles.whole}>
              <TextField label={t('synopsis')} name={`${place}.synopsis`} value={text.synopsis} error={errorOf(`${place}.synopsis`)} onChange={synopsis => write({ synopsis }, 'synopsis')} multiline />
            </div>
          </>
        );
      }}
    >
      {missing.length > 0 && (
        <div className={styles.grid}>
          {missing.map(tag => <Button key={tag} variant="quiet" onPress={() => add(tag)}>{t('addTextsIn', { language: languageName(tag, own) })}</Button>)}
        </div>
      )}
    </Rows>
  );
}
