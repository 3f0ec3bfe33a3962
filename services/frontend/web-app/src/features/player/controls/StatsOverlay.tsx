import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stats } from '../engine/Engine';
import { usePlayer, useSurface, useSurroundings } from '../state/PlayerContext';
import styles from './StatsOverlay.module.css';

const often = 1_000;

export function StatsOverlay() {
  const shown = useSurface(surface => surface.stats);
  return shown ? <Figures /> : null;
}

function Figures() {
  const { t } = useTranslation('player');
  const { controller, surface } = useSurroundings();
  const [stats, setStats] = useState<Stats | null>(() => controller.stats());
  const renewals = usePlayer(state => state.renewals);
  const id = usePlayer(state => state.answer?.playbackId ?? '');
  useEffect(() => {
    const timer = setInterval(() => setStats(controller.stats()), often);
    return () => clearInterval(timer);
  }, [controller]);
  if (!stats) return null;
  return (
    <section className={styles.stats} aria-label={t('stats.title')} data-testid="stats">
      <dl dir="ltr">
        {rowsOf(stats, renewals, id).map(([name, value]) => (
          <div key={name} className={styles.row}><dt>{t(`stats.${name}`)}</dt><dd>{value}</dd></div>
        ))}
      </dl>
      <button type="button" className={styles.close} onClick={() => surface.set({ stats: false })}>{t('panel.close')}</button>
    </section>
  );
}

export function rowsOf(stats: Stats, renewals: number, id: string): readonly (readonly [string, string])[] {
  return [
    ['format', stats.format || '–'],
    ['resolution', stats.height > 0 ? `${stats.width}×${stats.height}` : '–'],
    ['bitrate', megabits(stats.bitrate)],
    ['bandwidth', megabits(stats.bandwidth)],
    ['codecs', stats.codecs || '–'],
    ['buffer', `${stats.bufferAhead.toFixed(1)} s`],
    ['dropped', `${stats.droppedFrames} / ${stats.decodedFrames}`],
    ['stalls', String(stats.stalls)],
    ['switches', String(stats.switches)],
    ['edge', stats.edge ?? '–'],
    ['renewals', String(renewals)],
    ...stats.latency === null ? [] : [['latency', `${stats.latency.toFixed(1)} s`] as const],
    ['playback', id],
  ];
}

const megabits = (bits: number) => `${(bits / 1e6).toFixed(2)} Mbit/s`;
