import { VisuallyHidden } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { TitleGrid } from '../catalogue/TitleGrid';
import films from './Filmography.module.css';
import life from './Life.module.css';
import styles from './PersonSkeleton.module.css';

export function PersonSkeleton() {
  const { t } = useTranslation('catalogue');
  return (
    <div aria-busy="true">
      <VisuallyHidden>{t('person.loading')}</VisuallyHidden>
      <div className={life.life} aria-hidden="true">
        <div className={life.portrait}><span className={styles.portrait} /></div>
        <div className={life.words}>
          <span className={styles.name} />
          <span className={styles.biography} />
        </div>
      </div>
      <div className={films.films}><TitleGrid label={t('person.films')} waiting={6} /></div>
    </div>
  );
}
