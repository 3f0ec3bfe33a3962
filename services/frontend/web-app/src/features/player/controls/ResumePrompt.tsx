import { Button } from '@streamix/ui';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { clock } from '../markers/time';
import { usePlayer, useSurroundings } from '../state/PlayerContext';
import styles from './Overlays.module.css';

export function ResumePrompt() {
  const { t } = useTranslation('player');
  const { controller } = useSurroundings();
  const resume = usePlayer(state => state.resume);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('button')?.focus(), []);
  if (resume === null) return null;
  return (
    <div ref={place} className={styles.prompt} role="dialog" aria-label={t('resume.title')} data-testid="resume">
      <h2 className={styles.promptTitle}>{t('resume.title')}</h2>
      <Button variant="primary" size="large" onPress={() => controller.choose('resume')}>{t('resume.from', { time: `\u2066${clock(resume)}\u2069` })}</Button>
      <Button size="large" onPress={() => controller.choose('start')}>{t('resume.start')}</Button>
    </div>
  );
}
