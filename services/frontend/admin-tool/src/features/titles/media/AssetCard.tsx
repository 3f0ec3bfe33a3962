import { Badge, Button, Card, ConfirmDialog, toast, useFormat } from '@streamix/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { titleQuery } from '../catalog';
import { AssetProgress } from './AssetProgress';
import { assetsKey, badges, chooseAsset, removeAsset, type Asset } from './assets';
import { Captions } from './Captions';
import { Markers } from './Markers';
import styles from './Media.module.css';
import { PackageLine } from './PackageLine';
import { reasonOf } from './reason';

/** One file and what became of it. */
export function AssetCard({ asset, isAwaited }: { asset: Asset; isAwaited: boolean }) {
  const { t } = useTranslation('titles');
  const format = useFormat();
  const client = useQueryClient();
  const [isRemoving, setRemoving] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const isThere = asset.state !== 'removed';
  const reason = reasonOf(t, asset);

  const changed = () => Promise.all([client.invalidateQueries({ queryKey: assetsKey(asset.titleId) }), client.invalidateQueries({ queryKey: titleQuery(asset.titleId).queryKey })]);
  const act = async (what: () => Promise<void>, failed: string) => {
    setBusy(true);
    try {
      await what();
      await changed();
    } catch (error) {
      toast(failed, { kind: 'danger' });
      throw error;
    } finally {
      setBusy(false);
    }
  };

  return (
    <Card
      as="article" title={asset.fileName}
      actions={isThere && (
        <>
          {asset.state === 'ready' && !asset.plays && <Button isPending={isBusy} onPress={() => { act(() => chooseAsset(asset.id), t('media.chooseFailed')).catch(() => {}); }}>{t('media.choose')}</Button>}
          <Button variant="quiet" onPress={() => setRemoving(true)}>{t('media.remove')}</Button>
        </>
      )}
    >
      <div className={styles.stack}>
        <div className={styles.badges}>
          <Badge kind={badges[asset.state]}>{t(`assetStates.${asset.state}`)}</Badge>
          {asset.plays && <Badge kind="accent">{t('media.plays')}</Badge>}
          {isAwaited && asset.state !== 'ready' && <Badge kind="info">{t('media.awaited')}</Badge>}
          {asset.protected && <Badge>{t('media.protected')}</Badge>}
        </div>
        <p className={styles.facts}><span>{format.bytes(asset.bytes)}</span><span>{format.dateTime(asset.createdAt)}</span></p>
        {reason && <p className={styles.reason} role="alert">{reason}</p>}
        {asset.progress && asset.state === 'transcoding' && <AssetProgress progress={asset.progress} />}
        {asset.package && <PackageLine made={asset.package} />}
        {isThere && <Captions asset={asset} />}
        {isThere && <Markers key={JSON.stringify(asset.markers)} asset={asset} />}
      </div>
      <ConfirmDialog
        title={t('media.removeTitle')} body={t(asset.plays ? 'media.removePlaying' : 'media.removeBody', { file: asset.fileName })} confirmLabel={t('media.remove')} danger
        isOpen={isRemoving} onOpenChange={setRemoving} onConfirm={() => act(() => removeAsset(asset.id), t('media.removeFailed'))}
      />
    </Card>
  );
}
