import { Card, Image, Select, useFormat } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { artworkQuery } from '../artwork/artwork';
import { pictureFor, sourceOf, srcSetOf } from '../artwork/pictures';
import type { TitleFile } from '../titles/catalog';
import { languageName } from '../titles/details/LanguageField';
import { directionOf } from './direction';
import { textFor } from './moves';
import styles from './Preview.module.css';
import { PreviewFacts } from './PreviewFacts';

/** The title as viewers of one language find it: its card, and the head of its page. */
export function Preview({ file, above }: { file: TitleFile; above: readonly TitleFile[] }) {
  const { t, i18n } = useTranslation('titles');
  const format = useFormat();
  const { content } = file;
  const languages = [...new Set([...(content.texts ?? []).map(text => text.language), content.originalLanguage])];
  const [chosen, setChosen] = useState<string | null>(null);
  const language = chosen && languages.includes(chosen) ? chosen : languages.find(tag => tag.split('-')[0] === i18n.resolvedLanguage) ?? languages[0] ?? 'en';
  const pictures = useQuery(artworkQuery(file.id)).data ?? [];
  const text = textFor(content, language);
  const [poster, backdrop] = [pictureFor(pictures, ['poster', 'still'], language), pictureFor(pictures, ['backdrop', 'still'], language)];
  const name = text?.title ?? content.originalTitle;

  return (
    <Card as="section" title={t('preview.title')}>
      <Select label={t('preview.language')} options={languages.map(id => ({ id, label: languageName(id, format.language) || id }))} value={language} onChange={setChosen} />
      <div className={styles.stage} lang={text?.language ?? language} dir={directionOf(text?.language ?? language)}>
        <div className={styles.card}>
          <Image src={sourceOf(poster)} srcSet={srcSetOf(poster)} sizes="12rem" alt="" ratio="2 / 3" />
          <span className={styles.name}>{name}</span>
        </div>
        <div className={styles.page}>
          <Image src={sourceOf(backdrop)} srcSet={srcSetOf(backdrop)} sizes="(width < 48rem) 100vw, 48rem" alt="" ratio="16 / 9" fallback="image" />
          <h3 className={styles.heading}>{name}</h3>
          <PreviewFacts file={file} above={above} language={language} />
          {text?.tagline && <p className={styles.tagline}>{text.tagline}</p>}
          <p className={styles.synopsis}>{text?.synopsis ?? t('preview.noSynopsis')}</p>
        </div>
      </div>
    </Card>
  );
}
