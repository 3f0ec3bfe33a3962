import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Who did it: an account, a service of the platform, or what a file became. */
export function Actor({ actor }: { actor: string }) {
  const { t } = useTranslation('titles');
  const [kind = '', id = ''] = actor.split(':', 2);
  if (kind === 'account') return <Link to={`/users/${id}`}>{t('actors.account')}</Link>;
  if (kind === 'service') return <>{t('actors.service', { name: id })}</>;
  return <>{kind === 'asset' ? t('actors.asset') : actor}</>;
}
