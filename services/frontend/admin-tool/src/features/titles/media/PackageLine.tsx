import type { Schemas } from '@streamix/api';
import { useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { languageName } from '../details/LanguageField';
import styles from './Media.module.css';

/** What has been made of the file, in one line. */
export function PackageLine({ made }: { made: Schemas['MediaCatalog.MediaPackage'] }) {
  const { t } = useTranslation('titles');
  const format = useFormat();
  const name = (tag: string) => languageName(tag, format.language) || tag;
  const audio = [...new Set(made.audio.map(track => name(track.language)))];
  const texts = [...new Set(made.texts.map(track => name(track.language)))];
  return (
    <p className={styles.facts}>
      <span>{format.clock(made.duration)}</span>
      <span>{format.list(made.video.map(rendition => rendition.name))}</span>
      {audio.length > 0 && <span>{t('media.audio', { languages: format.list(audio) })}</span>}
      {texts.length > 0 && <span>{t('media.texts', { languages: format.list(texts) })}</span>}
    </p>
  );
}
