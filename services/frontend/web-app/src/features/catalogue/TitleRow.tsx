import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CardSkeletons } from './CardSkeletons';
import { factsOfCard } from './facts';
import type { CardPage } from './model';
import { RowTrouble } from './RowTrouble';
import { Shelf } from './Shelf';
import { TitleCard } from './TitleCard';

interface Props {
  heading: string;
  to?: string;
  query: Pick<UseQueryResult<CardPage>, 'data' | 'isError' | 'refetch'>;
}

/** A row of titles; nothing at all when there are none. */
export function TitleRow({ heading, to, query }: Props) {
  const { i18n } = useTranslation('catalogue');
  const { data, isError, refetch } = query;
  if (data?.items.length === 0) return null;
  const trouble = isError && !data;
  return (
    <Shelf heading={heading} count={data?.items.length ?? 0} isBusy={!data && !trouble} {...(to ? { to } : {})}>
      {data?.items.map(card => (
        <li key={card.id}><TitleCard title={factsOfCard(card, i18n.language)} /></li>
      ))}
      {trouble && <RowTrouble onRetry={() => void refetch()} />}
      {!data && !trouble && <CardSkeletons count={10} />}
    </Shelf>
  );
}
