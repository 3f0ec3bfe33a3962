import { chapterAt } from '../markers/markers';
import { clock } from '../markers/time';
import { usePlayer, useSurroundings } from '../state/PlayerContext';
import styles from './ScrubPreview.module.css';
import { spriteAt } from './spriteMap';
import { useSprites } from './useSprites';

export function ScrubPreview({ time, share }: { time: number; share: number }) {
  const { controller } = useSurroundings();
  const sprite = spriteAt(useSprites(), time);
  const chapters = usePlayer(state => state.chapters);
  const live = usePlayer(state => state.media.live);
  const edge = usePlayer(state => state.media.seekable.end);
  const chapter = chapters[chapterAt(chapters, time)]?.name;
  const sheet = sprite && (controller.session?.edges.current(sprite.sheet) ?? sprite.sheet);
  return (
    <div className={styles.place} aria-hidden="true" style={{ insetInlineStart: `clamp(5.5rem, ${share * 100}%, calc(100% - 5.5rem))` }}>
      {sprite && (
        <div
          className={styles.picture} data-testid="scrub-preview"
          style={{ width: sprite.width, height: sprite.height, backgroundImage: `url(${JSON.stringify(sheet)})`, backgroundPosition: `${-sprite.x}px ${-sprite.y}px` }}
        />
      )}
      {chapter && <span className={styles.chapter} dir="auto">{chapter}</span>}
      <span className={styles.time}>{live ? `−${clock(edge - time)}` : clock(time)}</span>
    </div>
  );
}
