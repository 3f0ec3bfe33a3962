import { Avatar, Badge, EmptyState, Icon, LinkButton, Spinner, VisuallyHidden } from '@streamix/ui';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { avatarSource } from './avatarsApi';
import type { Profile } from './current';
import styles from './ProfileGrid.module.css';

interface ProfileGridProps {
  profiles: readonly Profile[];
  current: string | null;
  busy: string | null;
  onPick: (profile: Profile) => void;
}

const avatarPixels = 128;
/** The usual limit of an account; where it is another one, the service says so. */
const most = 5;

export function ProfileGrid({ profiles, current, busy, onPick }: ProfileGridProps) {
  const { t } = useTranslation('profiles');
  if (profiles.length === 0)
    return (
      <EmptyState
        icon="people"
        title={t('pick.none')}
        body={t('pick.noneBody')}
        action={<LinkButton variant="primary" to="/profiles/new">{t('pick.add')}</LinkButton>}
      />
    );

  return (
    <ul className={styles.grid}>
      {profiles.map(profile => (
        <li key={profile.id}>
          <Button className={styles.tile ?? ''} isDisabled={busy !== null} onPress={() => onPick(profile)}>
            <span className={styles.picture} data-current={profile.id === current || undefined}>
              <Avatar isDecorative name={profile.name} src={avatarSource(profile.avatar.images, avatarPixels)} size="huge" />
              {busy === profile.id && <Spinner label={t('pick.entering')} />}
            </span>
            <bdi className={styles.name}>{profile.name}</bdi>
            <span className={styles.marks}>
              {profile.kids && <Badge kind="info">{t('kids')}</Badge>}
              {profile.hasPin && (
                <>
                  <Icon name="lock" size="small" />
                  <VisuallyHidden>{t('pick.locked')}</VisuallyHidden>
                </>
              )}
              {profile.id === current && <VisuallyHidden>{t('pick.current')}</VisuallyHidden>}
            </span>
          </Button>
        </li>
      ))}
      {profiles.length < most && (
        <li>
          <Link className={styles.tile} to="/profiles/new">
            <span className={styles.plus}>
              <Icon name="plus" size="large" />
            </span>
            <span className={styles.name}>{t('pick.add')}</span>
          </Link>
        </li>
      )}
    </ul>
  );
}
