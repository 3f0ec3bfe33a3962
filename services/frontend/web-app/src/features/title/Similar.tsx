import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TitleData } from '../catalogue/model';
import { TitleRow } from '../catalogue/TitleRow';
import { similarQuery } from './queries';

export function Similar({ page }: { page: TitleData }) {
  const { t, i18n } = useTranslation('catalogue');
  const query = useQuery(similarQuery(i18n.language, page.series ?? page.title));
  return <TitleRow heading={t('title.similar')} query={query} />;
}
