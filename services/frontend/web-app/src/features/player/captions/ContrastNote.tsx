import { useTranslation } from 'react-i18next';
import styles from './CaptionLayer.module.css';
import type { CaptionStyle } from './captionStyle';
import { leastContrast, worstContrast } from './contrast';

/** Says so when captions in this style cannot be read over every picture. */
export function ContrastNote({ style }: { style: CaptionStyle }) {
  const { t } = useTranslation('player');
  const { ratio, over } = worstContrast(style);
  // Rounded down: nothing that is too little shall look like enough.
  const told = (Math.floor(ratio * 10) / 10).toFixed(1);
  return (
    <p role="status" className={styles.contrast} data-testid="caption-contrast">
      {ratio < leastContrast && t(`style.weak.${over}`, { ratio: told, least: leastContrast })}
    </p>
  );
}
