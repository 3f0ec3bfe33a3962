import { names } from '@streamix/ui';
import { usePlayer } from '../state/PlayerContext';
import styles from './CaptionLayer.module.css';
import { type CaptionStyle, cssOf } from './captionStyle';
import type { Caption, Run } from './cues';

/** Captions are text of the page, never markup of theirs. */
export function CaptionLayer({ style, raised }: { style: CaptionStyle; raised: boolean }) {
  const captions = usePlayer(state => state.media.captions);
  const language = usePlayer(state => state.tracks.texts.find(track => track.id === state.tracks.text)?.language);
  const [above, below] = [captions.filter(caption => isAbove(caption, style)), captions.filter(caption => !isAbove(caption, style))];
  return (
    <div className={names(styles.layer, raised && styles.raised)} data-testid="captions" {...language && { lang: language }}>
      <div className={styles.group}>{above.map(caption => <Block key={caption.key} caption={caption} style={style} />)}</div>
      <div className={styles.group}>{below.map(caption => <Block key={caption.key} caption={caption} style={style} />)}</div>
    </div>
  );
}

function isAbove(caption: Caption, style: CaptionStyle): boolean {
  return caption.top || style.place === 'top';
}

function Block({ caption, style }: { caption: Caption; style: CaptionStyle }) {
  return (
    <p className={styles.block} dir="auto" style={{ textAlign: caption.align }}>
      {caption.lines.map((line, index) => (
        <span key={index} className={styles.line}>
          <span className={styles.words} style={cssOf(style)}>{line.map((run, at) => <Piece key={at} run={run} />)}</span>
        </span>
      ))}
    </p>
  );
}

function Piece({ run }: { run: Run }) {
  const className = names(run.italic && styles.italic, run.bold && styles.bold, run.underline && styles.underline);
  return className ? <span className={className}>{run.text}</span> : run.text;
}
