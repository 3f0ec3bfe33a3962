import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Glyph } from './glyphs';
import styles from './Controls.module.css';

interface TopBarProps {
  titleId: string;
  title: string;
  series: string | null;
}

export function TopBar({ titleId, title, series }: TopBarProps) {
  const { t } = useTranslation('player');
  return (
    <div className={styles.top}>
      <Link to={`/titles/${titleId}`} className={styles.leave} aria-label={t('controls.leave')} title={t('controls.leave')}>
        <span className={styles.turning}><Glyph name="arrow" /></span>
      </Link>
      <div className={styles.names}>
        <h1 className={styles.name}><bdi>{title || t('controls.picture')}</bdi></h1>
        {series && <p className={styles.series}>{series}</p>}
      </div>
    </div>
  );
}
