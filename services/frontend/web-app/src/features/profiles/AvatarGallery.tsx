import { Dialog, ErrorState, Icon, Image, Skeleton } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { avatarSource, listBuiltIn } from './avatarsApi';
import styles from './AvatarGallery.module.css';

interface AvatarGalleryProps {
  isOpen: boolean;
  chosen: string | null;
  onChoose: (name: string) => void;
  onClose: () => void;
}

/** The pictures everybody may wear. */
export function AvatarGallery({ isOpen, chosen, onChoose, onClose }: AvatarGalleryProps) {
  const { t } = useTranslation('profiles');
  return (
    <Dialog
      title={t('avatar.choose')}
      size="large"
      isOpen={isOpen}
      onOpenChange={open => {
        if (!open) onClose();
      }}
    >
      <Pictures chosen={chosen} onChoose={onChoose} />
    </Dialog>
  );
}

function Pictures({ chosen, onChoose }: Pick<AvatarGalleryProps, 'chosen' | 'onChoose'>) {
  const { t } = useTranslation('profiles');
  const pictures = useQuery({ queryKey: ['profiles', 'built-in-avatars'], queryFn: ({ signal }) => listBuiltIn(signal), staleTime: Infinity });
  if (pictures.isPending) return <Skeleton height="20rem" />;
  if (pictures.isError) return <ErrorState error={pictures.error} onRetry={() => void pictures.refetch()} />;
  return (
    <ul className={styles.gallery}>
      {pictures.data.map(({ name, images }, at) => (
        <li key={name}>
          <ToggleButton
            className={styles.picture ?? ''}
            aria-label={t('avatar.picture', { number: at + 1, name })}
            isSelected={name === chosen}
            onChange={() => onChoose(name)}
          >
            <Image src={avatarSource(images, 64)} alt="" ratio="1" fallback="user" />
            {name === chosen && (
              <span className={styles.check}>
                <Icon name="check" />
              </span>
            )}
          </ToggleButton>
        </li>
      ))}
    </ul>
  );
}
