import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RowTrouble } from '../catalogue/RowTrouble';
import { Shelf } from '../catalogue/Shelf';
import { GenreRow } from './GenreRow';
import { genresQuery } from './queries';

const most = 10;

export function GenreRows() {
  const { t } = useTranslation('catalogue');
  const { data, isError, refetch } = useQuery(genresQuery());
  if (data) return data.slice(0, most).map(genre => <GenreRow key={genre} genre={genre} />);
  if (!isError) return null;
  return (
    <Shelf heading={t('home.byGenre')} count={0}>
      <RowTrouble onRetry={() => void refetch()} />
    </Shelf>
  );
}
