import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chapterAt } from '../markers/markers';
import { spoken } from '../markers/time';
import { ScrubPreview } from '../sprites/ScrubPreview';
import { useCommands, usePlayer } from '../state/PlayerContext';
import { keyStep, shareOf, timeAt } from './seeking';
import styles from './SeekBar.module.css';

/** The timeline runs from left to right in every language. While dragged it shows where it would go; it goes there when let go. */
export function SeekBar() {
  const { t, i18n } = useTranslation('player');
  const commands = useCommands();
  const bar = useRef<HTMLDivElement>(null);
  const [hover, setHover] = useState<number | null>(null);
  const [drag, setDrag] = useState<number | null>(null);
  const media = usePlayer(state => state.media);
  const chapters = usePlayer(state => state.chapters);
  const total = usePlayer(state => state.media.duration || state.answer?.duration || 0);
  const range = media.live ? media.seekable : { start: 0, end: total };
  const time = drag ?? media.time;
  const at = (event: PointerEvent) => bar.current ? timeAt(event.clientX, bar.current.getBoundingClientRect(), range) : range.start;
  const chapter = chapters[chapterAt(chapters, time)]?.name;

  const release = (event: PointerEvent) => {
    if (drag === null) return;
    commands.seekTo(at(event));
    setDrag(null);
    if (event.pointerType !== 'mouse') setHover(null);
  };

  return (
    <div
      ref={bar} className={styles.bar} dir="ltr" role="slider" tabIndex={0} data-testid="seek-bar"
      aria-label={t('controls.timeline')} aria-valuemin={Math.floor(range.start)} aria-valuemax={Math.floor(range.end)} aria-valuenow={Math.floor(time)}
      aria-valuetext={t('controls.timeOf', { time: spoken(time, i18n.language), total: spoken(total, i18n.language) }) + (chapter ? `, ${chapter}` : '')}
      onPointerDown={event => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture?.(event.pointerId);
        setDrag(at(event));
        setHover(at(event));
      }}
      onPointerMove={event => { setHover(at(event)); if (drag !== null) setDrag(at(event)); }}
      onPointerUp={release}
      onPointerCancel={() => { setDrag(null); setHover(null); }}
      onPointerLeave={() => { if (drag === null) setHover(null); }}
      onKeyDown={event => {
        const target = keyStep(event.key, media.time, range);
        if (target === null) return;
        event.preventDefault();
        event.stopPropagation();
        if (typeof target === 'object') commands.seekBy(target.by);
        else commands.seekTo(target);
      }}
    >
      {hover !== null && <ScrubPreview time={hover} share={shareOf(hover, range)} />}
      <div className={styles.track}>
        {media.buffered.map(part => (
          <span key={part.start} className={styles.buffered} style={{ insetInlineStart: `${shareOf(part.start, range) * 100}%`, insetInlineEnd: `${100 - shareOf(part.end, range) * 100}%` }} />
        ))}
        <span className={styles.played} style={{ width: `${shareOf(time, range) * 100}%` }} />
        {chapters.filter(one => one.from > range.start).map(one => <span key={one.from} className={styles.mark} style={{ insetInlineStart: `${shareOf(one.from, range) * 100}%` }} />)}
      </div>
      <span className={styles.thumb} style={{ insetInlineStart: `${shareOf(time, range) * 100}%` }} />
    </div>
  );
}
