import { EmptyState, LinkButton } from '@streamix/ui';
import { useTranslation } from 'react-i18next';

export function UnknownGenre() {
  const { t } = useTranslation('catalogue');
  return <EmptyState icon="film" title={t('genrePage.unknown')} body={t('genrePage.unknownWhy')} action={<LinkButton to="/">{t('genrePage.home')}</LinkButton>} />;
}
