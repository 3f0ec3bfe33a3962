import { Icon, LinkButton, VisuallyHidden } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Backdrop } from '../catalogue/Backdrop';
import { Facts } from '../catalogue/Facts';
import type { Card } from '../catalogue/model';
import { usePrefetchTitle } from '../catalogue/prefetch';
import { TitleName } from '../catalogue/TitleName';
import styles from './Hero.module.css';

/** The title of the day. A series is chosen into first, as what plays next depends on what was watched. */
export function Hero({ title }: { title: Card }) {
  const { t } = useTranslation('catalogue');
  const ahead = usePrefetchTitle(title.id);
  return (
    <section className={styles.hero} aria-labelledby="hero-name">
      <Backdrop title={title} />
      <div className={styles.words}>
        <VisuallyHidden><span id="hero-name">{title.title}</span></VisuallyHidden>
        <TitleName title={title} />
        <Facts title={title} />
        <p className={styles.line} dir="auto">{title.tagline ?? title.synopsis}</p>
        <p className={styles.buttons} {...ahead}>
          {title.kind === 'movie' && (
            <LinkButton variant="primary" size="large" to={`/watch/${title.id}`} icon={<Icon name="play" isFilled />}>{t('play.play')}</LinkButton>
          )}
          <LinkButton variant={title.kind === 'movie' ? 'secondary' : 'primary'} size="large" to={`/titles/${title.id}`}>
            {t(title.kind === 'movie' ? 'home.details' : 'home.episodes')}
          </LinkButton>
        </p>
      </div>
    </section>
  );
}

/** Keeps the place of the hero, down to the line. */
export function HeroSkeleton() {
  return <div className={`${styles.hero} ${styles.waiting}`} aria-hidden="true" data-testid="hero-skeleton" />;
}
