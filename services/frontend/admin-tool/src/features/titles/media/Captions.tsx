import { Button, FileDrop, Form, IconButton, Select, toast, useFormat } from '@streamix/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage } from '../details/complaints';
import { LanguageField, languageName } from '../details/LanguageField';
import { useSaving } from '../details/useSaving';
import { addCaptions, assetsKey, removeCaptions, type Asset } from './assets';
import styles from './Media.module.css';

const kinds = ['subtitles', 'captions', 'forced'] as const;
const files = ['.vtt', '.srt', '.ass', '.ssa', 'text/vtt', 'application/x-subrip'];

/** The caption files that came with the film; what is made of it afterwards has them. */
export function Captions({ asset }: { asset: Asset }) {
  const { t, i18n } = useTranslation('titles');
  const format = useFormat();
  const client = useQueryClient();
  const saving = useSaving();
  const [language, setLanguage] = useState(i18n.resolvedLanguage ?? 'en');
  const [kind, setKind] = useState<(typeof kinds)[number]>('subtitles');
  const [file, setFile] = useState<File>();
  const changed = () => client.invalidateQueries({ queryKey: assetsKey(asset.titleId) });

  const add = async () => {
    if (!file || !isLanguage(language)) return;
    if (await saving.run(() => addCaptions(asset.id, language, kind, file))) setFile(undefined);
    await changed();
  };
  const remove = async (textId: string) => {
    try {
      await removeCaptions(asset.id, textId);
      await changed();
    } catch {
      toast(t('captions.removeFailed'), { kind: 'danger' });
    }
  };

  return (
    <details>
      <summary className={styles.title}>{t('captions.title', { count: asset.texts.length })}</summary>
      <div className={styles.stack}>
        <ul className={styles.list}>
          {asset.texts.map(text => (
            <li key={text.id} className={styles.line}>
              <span>{languageName(text.language, format.language)}</span><span>{t(`captionKinds.${text.kind}`)}</span><span>{text.format}</span><span>{format.bytes(text.bytes)}</span>
              <IconButton icon="trash" label={t('captions.remove', { language: languageName(text.language, format.language) })} onPress={() => void remove(text.id)} />
            </li>
          ))}
        </ul>
        <Form onSubmit={add} error={saving.error} label={t('captions.add')}>
          <div className={styles.grid}>
            <LanguageField label={t('language')} name="language" value={language} onChange={setLanguage} error={isLanguage(language) ? undefined : t('wrong.language')} isRequired />
            <Select label={t('captions.kind')} name="kind" value={kind} onChange={setKind} options={kinds.map(id => ({ id, label: t(`captionKinds.${id}`) }))} />
          </div>
          <FileDrop label={file ? file.name : t('captions.drop')} accept={files} onFiles={([chosen]) => setFile(chosen)} description={t('captions.hint')} />
          <div><Button type="submit" isPending={saving.isPending} isDisabled={!file || !isLanguage(language)}>{t('captions.add')}</Button></div>
        </Form>
      </div>
    </details>
  );
}
