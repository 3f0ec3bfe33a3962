import type { Schemas } from '@streamix/api';
import { Progress } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import styles from './Media.module.css';

/** How far the whole is, and each rendition by itself. */
export function AssetProgress({ progress }: { progress: Schemas['MediaCatalog.AssetProgress'] }) {
  const { t } = useTranslation('titles');
  const stage = t(`stages.${progress.stage}`, { defaultValue: progress.stage });
  return (
    <div className={styles.stack}>
      <Progress label={stage} value={progress.fraction} max={1} />
      {progress.renditions.length > 0 && (
        <div className={styles.progress}>
          {progress.renditions.map(({ name, fraction }) => <Progress key={name} label={name} value={fraction} max={1} />)}
        </div>
      )}
    </div>
  );
}
