import { Button, Form, Select, TextField, toast } from '@streamix/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { writeClock } from '../clock';
import { Rows } from '../details/Rows';
import { replaced, useDraft, without } from '../details/useDraft';
import { useSaving } from '../details/useSaving';
import { assetsKey, writeMarkers, type Asset } from './assets';
import { markerComplaints, markerKinds, markersOf, toMarkers, type MarkerDraft } from './markers';
import styles from './Media.module.css';

/** Intro, recap, credits and chapters; what plays has them at once. */
export function Markers({ asset }: { asset: Asset }) {
  const { t } = useTranslation('titles');
  const client = useQueryClient();
  const saving = useSaving();
  const length = asset.package?.duration;
  const { draft: { markers }, draft, change, errorOf, isSound, tellAll } = useDraft(markersOf(asset.markers), found => markerComplaints(found, length));
  const isDirty = JSON.stringify(draft) !== JSON.stringify(markersOf(asset.markers));
  const nameOf = (index: number) => `${t(`markerKinds.${markers[index]?.kind ?? 'chapter'}`)} ${markers[index]?.name || markers[index]?.from || index + 1}`;
  const add = () => {
    const from = markers.at(-1)?.to ?? writeClock(0);
    change({ markers: [...markers, { kind: 'chapter', from, to: '', name: '' }] });
  };
  const save = async () => {
    tellAll();
    if (isSound && await saving.run(() => writeMarkers(asset.id, toMarkers(draft)))) {
      toast(t('markers.saved'), { kind: 'success' });
      await client.invalidateQueries({ queryKey: assetsKey(asset.titleId) });
    }
  };

  return (
    <details>
      <summary className={styles.title}>{t('markers.title', { count: asset.markers.length })}</summary>
      <Form onSubmit={save} error={saving.error} label={t('markers.edit')}>
        <Rows
          title={t('markers.edit')} explanation={t('markers.hint')} count={markers.length} nameOf={nameOf} removeLabel={index => t('removeEntry', { name: nameOf(index) })}
          addLabel={t('markers.add')} onAdd={add} onRemove={index => change({ markers: without(markers, index) })}
          row={index => {
            const marker = markers[index];
            if (!marker) return null;
            const place = `markers[${index}]`;
            const write = (part: Partial<MarkerDraft>, field: string) => change({ markers: replaced(markers, index, part) }, `${place}.${field}`);
            return (
              <>
                <Select label={t('kind')} value={marker.kind} options={markerKinds.map(id => ({ id, label: t(`markerKinds.${id}`) }))} onChange={kind => write({ kind }, 'kind')} />
                <TextField label={t('from')} value={marker.from} error={errorOf(`${place}.from`)} onChange={from => write({ from }, 'from')} placeholder="1:02:03" />
                <TextField label={t('until')} value={marker.to} error={errorOf(`${place}.to`)} onChange={to => write({ to }, 'to')} placeholder="1:02:33" />
                <TextField label={t('markers.name')} value={marker.name} error={errorOf(`${place}.name`)} onChange={name => write({ name }, 'name')} />
              </>
            );
          }}
        />
        <div><Button type="submit" isDisabled={!isDirty} isPending={saving.isPending}>{t('markers.save')}</Button></div>
      </Form>
    </details>
  );
}
