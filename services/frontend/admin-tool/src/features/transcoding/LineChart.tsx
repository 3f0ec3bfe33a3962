import { useFormat } from '@streamix/ui';
import styles from './QualityCharts.module.css';
import { path, rangeOf, type Point } from './scale';

export interface ChartLine { readonly name: string; readonly points: readonly Point[] }

interface LineChartProps {
  label: string;
  lines: readonly ChartLine[];
  until: number;
  floor?: number;
  ceiling?: number;
  write: (value: number) => string;
}

const box = { width: 480, height: 160 };

/** Steps over the time of a film; the numbers stand in a table beside it for who cannot see them. */
export function LineChart({ label, lines, until, floor, ceiling, write }: LineChartProps) {
  const format = useFormat();
  const values = lines.flatMap(line => line.points.flatMap(({ value }) => value === null ? [] : [value]));
  const range = rangeOf(values, floor, ceiling);
  return (
    <figure className={styles.chart}>
      <figcaption>{label}</figcaption>
      <div className={styles.plot} dir="ltr">
        <span className={styles.top}>{write(range[1])}</span>
        <svg viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={label} preserveAspectRatio="none">
          {[0, 0.5, 1].map(part => <line key={part} x1="0" x2={box.width} y1={part * box.height} y2={part * box.height} className={styles.grid} />)}
          {lines.map((line, i) => (
            <g key={line.name} className={styles[`line${i % 6}`]}>
              <path d={path(line.points, box, range, until)} className={styles.line} vectorEffect="non-scaling-stroke" />
            </g>
          ))}
        </svg>
        <span className={styles.bottom}>{write(range[0])}</span>
        <span className={styles.times}><span>{format.clock(0)}</span><span>{format.clock(until)}</span></span>
      </div>
      <ul className={styles.legend}>{lines.map((line, i) => <li key={line.name} className={styles[`line${i % 6}`]}>{line.name}</li>)}</ul>
    </figure>
  );
}
