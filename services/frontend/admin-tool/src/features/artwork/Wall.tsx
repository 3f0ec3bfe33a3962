import { Card, FileDrop } from '@streamix/ui';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Artwork.module.css';
import { CropDialog } from './CropDialog';
import { isTooSmall } from './crop';
import type { ArtworkKind } from './kinds';
import type { Picture } from './pictures';
import { PictureItem } from './PictureItem';

const files = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];

/** The pictures of one kind, and where a new one comes in. */
export function Wall({ owner, kind, pictures }: { owner: string; kind: ArtworkKind; pictures: readonly Picture[] }) {
  const { t } = useTranslation('titles');
  const [picture, setPicture] = useState<ImageBitmap>();
  const [error, setError] = useState<string>();
  useEffect(() => () => picture?.close(), [picture]);

  const open = async ([file]: File[]) => {
    if (!file) return;
    setError(undefined);
    try {
      const opened = await createImageBitmap(file);
      if (isTooSmall(opened, kind)) setError(t('artwork.tooSmall', { least: kind.least, width: opened.width, height: opened.height }));
      else setPicture(opened);
    } catch {
      setError(t('artwork.unreadable'));
    }
  };

  return (
    <Card as="section" title={t(`artworkKinds.${kind.name}`)}>
      <div className={styles.wall}>
        {pictures.length > 0 && (
          <ul className={styles.list} data-kind={kind.name}>
            {pictures.map(one => <PictureItem key={one.id} owner={owner} picture={one} kind={kind} />)}
          </ul>
        )}
        <FileDrop label={t(`artworkHints.${kind.name}`)} accept={files} onFiles={chosen => void open(chosen)} error={error} description={t('artwork.hint', { least: kind.least })} />
      </div>
      {picture && <CropDialog owner={owner} kind={kind} picture={picture} onClose={() => setPicture(undefined)} />}
    </Card>
  );
}
