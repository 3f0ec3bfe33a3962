import { useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import type { TitleData } from '../catalogue/model';
import { countryNames, languageNames } from '../catalogue/names';
import styles from './Story.module.css';

/** What it is about, and in which languages one hears and reads it. */
export function Story({ page }: { page: TitleData }) {
  const { t, i18n } = useTranslation('catalogue');
  const format = useFormat();
  const { title } = page;
  const languages = (tags: readonly string[]) => format.list(tags.map(languageNames(i18n.language)));
  const rows = [
    title.originalTitle === title.title ? null : [t('title.original'), title.originalTitle],
    page.package?.audioLanguages.length ? [t('title.audio'), languages(page.package.audioLanguages)] : null,
    page.package ? [t('title.captions'), page.package.captionLanguages.length ? languages(page.package.captionLanguages) : t('title.noCaptions')] : null,
    page.countries.length ? [t('title.countries'), format.list(page.countries.map(countryNames(i18n.language)))] : null,
    title.releasedOn === null ? null : [t('title.released'), format.date(title.releasedOn, { dateStyle: 'long', timeZone: 'UTC' })],
  ].filter(row => row !== null);
  return (
    <section className={styles.story} aria-labelledby="story">
      <h2 id="story">{t('title.about')}</h2>
      {title.synopsis && <p className={styles.synopsis} lang={title.language} dir="auto">{title.synopsis}</p>}
      <dl className={styles.facts}>
        {rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd dir="auto">{value}</dd></div>)}
      </dl>
    </section>
  );
}
