import { Badge, formatter } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import type { TitleFile } from '../titles/catalog';
import styles from './Preview.module.css';

/** Year, age, length, quality and genres, in the language of the preview. */
export function PreviewFacts({ file: { content, package: made }, above, language }: { file: TitleFile; above: readonly TitleFile[]; language: string }) {
  const { t } = useTranslation('titles');
  const format = formatter(language);
  const year = content.year ?? (content.releasedOn ? Number(content.releasedOn.slice(0, 4)) : null);
  const seconds = made ? Math.round(made.duration) : content.runtimeSeconds;
  const ratings = [content, ...above.map(one => one.content)].find(one => (one.ratings?.length ?? 0) > 0)?.ratings ?? [];
  return (
    <p className={styles.facts}>
      {year && <span>{year}</span>}
      {ratings.map(({ territory, label }) => <Badge key={territory}>{territory === '*' ? label : `${territory} ${label}`}</Badge>)}
      {seconds && <span>{format.duration(seconds)}</span>}
      {made && <span>{made.quality}</span>}
      {(content.genres ?? []).map(genre => <span key={genre}>{t(`genres.${genre}`)}</span>)}
    </p>
  );
}
