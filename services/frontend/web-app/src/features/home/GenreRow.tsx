import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { titlesQuery } from '../catalogue/queries';
import { TitleRow } from '../catalogue/TitleRow';
import { useNear } from './useNear';

/** A row that is read when somebody comes near it. */
export function GenreRow({ genre }: { genre: string }) {
  const { t, i18n } = useTranslation('catalogue');
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place);
  const query = useQuery({ ...titlesQuery(i18n.language, { genre }), enabled: near });
  return (
    <div ref={place}>
      <TitleRow heading={t(`genre.${genre}`)} to={`/genres/${genre}`} query={query} />
    </div>
  );
}
