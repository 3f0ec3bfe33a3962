import { Card, Table, useFormat, type TableColumn } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { LineChart } from './LineChart';
import type { JobFile } from './queries';
import styles from './QualityCharts.module.css';

type Quality = JobFile['quality'][number];

/** Bitrate and likeness to the source (SSIM, Wang et al. 2004) of each rendition, in numbers and over the film. */
export function QualityCharts({ renditions, duration }: { renditions: readonly Quality[]; duration: number }) {
  const { t } = useTranslation('transcoding');
  const format = useFormat();
  const ssim = (value: number | null) => value === null ? '–' : format.number(value, { minimumFractionDigits: 4, maximumFractionDigits: 4 });
  const columns: TableColumn<Quality>[] = [
    { id: 'rendition', label: t('rendition'), cell: row => row.rendition },
    { id: 'average', label: t('averageBitrate'), align: 'end', cell: row => format.bitrate(row.averageBitrate) },
    { id: 'peak', label: t('peakBitrate'), align: 'end', cell: row => format.bitrate(row.peakBitrate) },
    { id: 'ssim', label: t('ssim'), align: 'end', cell: row => ssim(row.ssim) },
  ];
  const lines = (value: (window: Quality['windows'][number]) => number | null) =>
    renditions.map(row => ({ name: row.rendition, points: row.windows.map(window => ({ at: window.at, value: value(window) })) }));
  return (
    <Card title={t('quality')}>
      <div className={styles.charts}>
        <LineChart label={t('bitrateOverTime')} lines={lines(window => window.bitrate)} until={duration} floor={0} write={format.bitrate} />
        <LineChart label={t('ssimOverTime')} lines={lines(window => window.ssim)} until={duration} floor={0} ceiling={1} write={value => ssim(value)} />
      </div>
      <Table caption={t('quality')} columns={columns} rows={renditions} rowKey={row => row.rendition} />
      <p className={styles.note}>{t('qualityNote')}</p>
    </Card>
  );
}
