import { useMe, type Me } from '@streamix/api';
import { Avatar, LinkButton } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useProfile, useProfiles } from '../features/profiles/current';
import { Choice } from './Choice';
import { Disclosure } from './Disclosure';
import { mayOperate } from './operators';
import { placeOf, profilesPath, signInPath } from './places';
import { useSignOut } from './useSignOut';

/** Who watches, and everything that is theirs. */
export function ProfileMenu() {
  const { t } = useTranslation('common');
  const { data: me } = useMe();
  const location = useLocation();
  if (me) return <OwnMenu me={me} />;
  return <LinkButton to={signInPath(placeOf(location))} variant="primary">{t('header.signIn')}</LinkButton>;
}

function OwnMenu({ me }: { me: Me }) {
  const { t } = useTranslation('common');
  const profile = useProfile();
  const { data: profiles = [] } = useProfiles();
  const place = placeOf(useLocation());
  const signOut = useSignOut();
  const name = profile?.name ?? me.displayName;
  const face = <Avatar isDecorative name={name} size="small" src={profile?.avatar.images[0]?.url} />;
  return (
    <Disclosure face={face} label={t('profileMenu.open', { name })}>
      {close => (
        <>
          {(profiles.length > 1 || !profile) && <Choice icon="people" label={t('profileMenu.switch')} onChoose={close} to={profilesPath(place)} />}
          <Choice icon="edit" label={t('profileMenu.manage')} onChoose={close} to="/profiles/manage" />
          <Choice icon="user" label={t('profileMenu.account')} onChoose={close} to="/account" />
          {mayOperate(me.roles) && <Choice href="/admin/" icon="settings" label={t('profileMenu.admin')} onChoose={close} />}
          <Choice icon="sign-out" label={t('profileMenu.signOut')} onChoose={signOut} />
        </>
      )}
    </Disclosure>
  );
}
