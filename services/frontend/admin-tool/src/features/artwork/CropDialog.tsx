import { Button, Dialog, Form, toast } from '@streamix/ui';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageField } from '../titles/details/LanguageField';
import { isLanguage } from '../titles/details/complaints';
import { useSaving } from '../titles/details/useSaving';
import { addArtwork } from './artwork';
import { boxOf, centred, outputOf } from './crop';
import { Cropper } from './Cropper';
import { aspectOf, type ArtworkKind } from './kinds';
import { renderCrop } from './render';
import { useArtworkChanged } from './useArtworkChanged';

interface CropDialogProps { owner: string; kind: ArtworkKind; picture: ImageBitmap; onClose: () => void }

export function CropDialog({ owner, kind, picture, onClose }: CropDialogProps) {
  const { t } = useTranslation('titles');
  const changed = useArtworkChanged(owner);
  const form = useId();
  const saving = useSaving();
  const [view, setView] = useState(centred);
  const [language, setLanguage] = useState('');
  const isWrong = language.trim() !== '' && !isLanguage(language.trim());

  const add = async () => {
    if (isWrong) return;
    const isDone = await saving.run(async () => {
      const box = boxOf(picture, aspectOf(kind, picture.width, picture.height), view);
      const file = await renderCrop(picture, box, outputOf(box, kind), kind.name === 'logo');
      await addArtwork(owner, kind.name, language.trim() || null, file);
      await changed();
      toast(t('artwork.added'), { kind: 'success' });
    });
    if (isDone) onClose();
  };

  return (
    <Dialog
      title={t('crop.title', { kind: t(`artworkKinds.${kind.name}`) })} isOpen onOpenChange={isOpen => { if (!isOpen) onClose(); }} isDismissable={false} size="medium"
      actions={(
        <>
          <Button variant="quiet" onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" isPending={saving.isPending}>{t('artwork.add')}</Button>
        </>
      )}
    >
      <Form id={form} onSubmit={add} error={saving.error}>
        <Cropper picture={picture} kind={kind} view={view} onChange={setView} />
        {kind.name !== 'portrait' && <LanguageField label={t('artwork.language')} name="language" value={language} onChange={setLanguage} error={isWrong ? t('wrong.language') : undefined} />}
      </Form>
    </Dialog>
  );
}
