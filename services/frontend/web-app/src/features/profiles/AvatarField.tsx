import { Avatar, Button, FileDrop, Icon } from '@streamix/ui';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AvatarGallery } from './AvatarGallery';
import { avatarSource, complaintOfPicture, pictureTypes, type PictureComplaint } from './avatarsApi';
import styles from './ProfileForm.module.css';
import type { Profile } from './profilesApi';
import type { AvatarWish } from './saveProfile';

interface AvatarFieldProps {
  profile: Profile | undefined;
  name: string;
  wish: AvatarWish | undefined;
  onChange: (wish: AvatarWish | undefined) => void;
}

const pixels = 128;

export function AvatarField({ profile, name, wish, onChange }: AvatarFieldProps) {
  const { t } = useTranslation('profiles');
  const [isOpen, setOpen] = useState(false);
  const [complaint, setComplaint] = useState<PictureComplaint | null>(null);
  const preview = usePreview(wish?.kind === 'picture' ? wish.file : null);
  const worn = profile ? avatarSource(profile.avatar.images, pixels) : undefined;
  const source = wish?.kind === 'built-in' ? `/api/v1/profiles/avatars/${wish.name}/320` : (preview ?? worn);

  const take = ([file]: File[]) => {
    const found = file ? complaintOfPicture(file) : null;
    setComplaint(found);
    if (file && found === null) onChange({ kind: 'picture', file });
  };

  return (
    <div className={styles.avatar}>
      <Avatar isDecorative name={name || '?'} src={source} size="huge" />
      <div className={styles.fields}>
        <div className={styles.row}>
          <Button icon={<Icon name="image" />} onPress={() => setOpen(true)}>
            {t('avatar.choose')}
          </Button>
          {wish && (
            <Button variant="quiet" onPress={() => onChange(undefined)}>
              {t('avatar.undo')}
            </Button>
          )}
        </div>
        <FileDrop
          label={t('avatar.own')}
          description={t('avatar.hint')}
          accept={pictureTypes}
          onFiles={take}
          error={complaint ? t(`avatar.${complaint}`) : undefined}
        />
      </div>
      <AvatarGallery
        isOpen={isOpen}
        chosen={wish?.kind === 'built-in' ? wish.name : (profile?.avatar.builtIn ?? null)}
        onChoose={builtIn => {
          setComplaint(null);
          onChange({ kind: 'built-in', name: builtIn });
          setOpen(false);
        }}
        onClose={() => setOpen(false)}
      />
    </div>
  );
}

function usePreview(file: File | null): string | undefined {
  const url = useMemo(() => (file ? URL.createObjectURL(file) : undefined), [file]);
  useEffect(() => () => (url ? URL.revokeObjectURL(url) : undefined), [url]);
  return url;
}
