import { Button, useFormat } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { titleQuery } from '../../catalogue/queries';
import { useSurroundings } from '../state/PlayerContext';
import styles from './FailureScreen.module.css';
import type { OtherStream } from './failure';

/** What else plays, each with a way to stop it and play here. */
export function StreamsList({ streams }: { streams: readonly OtherStream[] }) {
  const { t } = useTranslation('player');
  return (
    <ul className={styles.streams} aria-label={t('streams.title')}>
      {streams.map(stream => <Stream key={stream.playbackId} stream={stream} />)}
    </ul>
  );
}

function Stream({ stream }: { stream: OtherStream }) {
  const { t, i18n } = useTranslation('player');
  const format = useFormat();
  const { controller } = useSurroundings();
  const { data } = useQuery({ ...titleQuery(i18n.language, stream.titleId), retry: false });
  const device = stream.deviceName || t('streams.device');
  return (
    <li className={styles.stream}>
      <div className={styles.streamWords}>
        <bdi className={styles.device}>{device}</bdi>
        {data && <bdi>{data.title.title}</bdi>}
        {stream.since && <span className={styles.since}>{t('streams.since', { time: format.relative(stream.since) })}</span>}
      </div>
      <Button size="small" onPress={() => void controller.start({ insteadOf: stream.playbackId })} aria-label={t('streams.stopOn', { device })}>{t('streams.stop')}</Button>
    </li>
  );
}
