import { Slider, useFormat } from '@streamix/ui';
import { useEffect, useId, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { boxOf, moved, mostZoom, zoomed, type View } from './crop';
import styles from './Cropper.module.css';
import { aspectOf, type ArtworkKind } from './kinds';

interface CropperProps { picture: ImageBitmap; kind: ArtworkKind; view: View; onChange: (view: View) => void }

const step = 0.02;
const leap = 0.1;
const nearer = 1.1;
const drawn = 640;

/** Chooses the part of a picture: by dragging, or with the arrow keys and plus and minus. */
export function Cropper({ picture, kind, view, onChange }: CropperProps) {
  const { t } = useTranslation('titles');
  const format = useFormat();
  const canvas = useRef<HTMLCanvasElement>(null);
  const hint = useId();
  const aspect = aspectOf(kind, picture.width, picture.height);
  const most = mostZoom(picture, kind);
  const move = (dx: number, dy: number) => onChange(moved(picture, aspect, view, dx, dy));
  const zoom = (to: number) => onChange(zoomed(picture, aspect, view, to, most));

  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!pen) return;
    const box = boxOf(picture, aspect, view);
    pen.imageSmoothingQuality = 'high';
    pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
    pen.drawImage(picture, box.x, box.y, box.width, box.height, 0, 0, pen.canvas.width, pen.canvas.height);
  }, [picture, aspect, view]);

  const keys = (event: KeyboardEvent) => {
    const by = event.shiftKey ? leap : step;
    const acts: Record<string, () => void> = {
      ArrowLeft: () => move(-by, 0), ArrowRight: () => move(by, 0), ArrowUp: () => move(0, -by), ArrowDown: () => move(0, by),
      '+': () => zoom(view.zoom * nearer), '=': () => zoom(view.zoom * nearer), '-': () => zoom(view.zoom / nearer),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const drag = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { width, height } = event.currentTarget.getBoundingClientRect();
    move(-event.movementX / width, -event.movementY / height);
  };

  return (
    <div className={styles.cropper}>
      <canvas
        ref={canvas} className={styles.canvas} width={drawn} height={Math.round(drawn / aspect)} tabIndex={0} role="application" aria-label={t('crop.label')} aria-describedby={hint}
        style={{ aspectRatio: aspect, maxInlineSize: `min(100%, calc(24rem * ${aspect}))` }}
        onKeyDown={keys} onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)} onPointerMove={drag}
      />
      <p id={hint} className={styles.hint}>{t('crop.hint')}</p>
      <Slider label={t('crop.zoom')} min={1} max={most} step={0.01} value={view.zoom} onChange={zoom} format={value => format.percent(value)} isDisabled={most <= 1} />
    </div>
  );
}
