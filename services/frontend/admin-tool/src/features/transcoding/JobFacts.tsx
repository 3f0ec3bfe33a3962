import { Card, useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import styles from './JobFacts.module.css';
import type { JobFile } from './queries';

/** What it was asked for, what the file is, and why it is made the way it is. */
export function JobFacts({ file: { job, asked, plan, run } }: { file: JobFile }) {
  const { t } = useTranslation('transcoding');
  const format = useFormat();
  const source = plan?.source;
  const facts: [string, string][] = [
    [t('bytes'), format.bytes(asked.bytes)],
    [t('protection'), asked.protected ? t('encrypted') : t('clear')],
    [t('run'), format.number(run)],
    ...source ? ([
      [t('picture'), `${source.width} × ${source.height}, ${format.number(source.frameRate)} fps, ${source.videoCodec}`],
      [t('duration'), format.clock(source.duration)],
    ] satisfies [string, string][]) : [],
  ];
  return (
    <Card title={t('facts')}>
      {job.reason && <p className={styles.reason} role="note"><strong>{t('reason')}</strong> <bdi>{job.reason}</bdi></p>}
      <dl className={styles.facts}>{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div>)}</dl>
      {plan && (
        <>
          <h3>{t('ladder')}</h3>
          <ul className={styles.reasons}>{plan.video.map(rung => <li key={rung.name}><strong>{rung.name}</strong> {t('upTo', { bitrate: format.bitrate(rung.maxBitrate) })} — <bdi>{rung.reason}</bdi></li>)}</ul>
          {plan.reasons.length > 0 && <ul className={styles.reasons}>{plan.reasons.map(reason => <li key={reason}><bdi>{reason}</bdi></li>)}</ul>}
        </>
      )}
    </Card>
  );
}
