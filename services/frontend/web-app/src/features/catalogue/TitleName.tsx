import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureOf } from './artwork';
import type { Card } from './model';
import styles from './TitleName.module.css';

/** The name of a title for the eye, as its logo where it has one. A heading tells it to everybody else. */
export function TitleName({ title }: { title: Pick<Card, 'title' | 'artwork' | 'language'> }) {
  const { i18n } = useTranslation('catalogue');
  const [failed, setFailed] = useState(false);
  const logo = failed ? null : pictureOf(title.artwork, ['logo'], i18n.language);
  return (
    <p className={styles.name} lang={title.language} dir="auto" aria-hidden="true">
      {logo
        ? <img className={styles.logo} src={logo.src} srcSet={logo.srcSet} sizes="22rem" width={logo.width} height={logo.height} alt="" onError={() => setFailed(true)} />
        : title.title}
    </p>
  );
}
