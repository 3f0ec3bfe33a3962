import { Badge, Button, ConfirmDialog, IconButton, Image, toast, useFormat } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../titles/details/LanguageField';
import { chooseArtwork, removeArtwork } from './artwork';
import styles from './Artwork.module.css';
import type { ArtworkKind } from './kinds';
import { sourceOf, srcSetOf, type Picture } from './pictures';
import { useArtworkChanged } from './useArtworkChanged';

export function PictureItem({ owner, picture, kind }: { owner: string; picture: Picture; kind: ArtworkKind }) {
  const { t } = useTranslation('titles');
  const format = useFormat();
  const changed = useArtworkChanged(owner);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const largest = picture.images.at(-1);
  const language = picture.language ? languageName(picture.language, format.language) : t('artwork.noWriting');
  const name = `${t(`artworkKinds.${kind.name}`)}, ${language}`;

  const choose = async () => {
    setBusy(true);
    try {
      await chooseArtwork(picture.id);
      await changed();
    } catch {
      toast(t('artwork.chooseFailed'), { kind: 'danger' });
    } finally {
      setBusy(false);
    }
  };
  const remove = async () => {
    try {
      await removeArtwork(picture.id);
    } catch (error) {
      toast(t('artwork.removeFailed'), { kind: 'danger' });
      throw error;
    }
    await changed();
  };

  return (
    <li className={styles.item}>
      <Image src={sourceOf(picture)} srcSet={srcSetOf(picture)} sizes="18rem" alt={name} ratio={largest ? largest.width / largest.height : 1} fallback="image" />
      <div className={styles.foot}>
        <span className={styles.words}>{language}{largest && <bdi className={styles.size}>{largest.width} × {largest.height}</bdi>}</span>
        {picture.main ? <Badge kind="success">{t('artwork.shown')}</Badge> : <Button size="small" isPending={isBusy} onPress={() => void choose()}>{t('artwork.choose')}</Button>}
        <IconButton icon="trash" label={t('artwork.remove', { name })} onPress={() => setAsking(true)} />
      </div>
      <ConfirmDialog title={t('artwork.removeTitle')} body={t('artwork.removeBody')} confirmLabel={t('artwork.removeConfirm')} danger isOpen={isAsking} onOpenChange={setAsking} onConfirm={remove} />
    </li>
  );
}
