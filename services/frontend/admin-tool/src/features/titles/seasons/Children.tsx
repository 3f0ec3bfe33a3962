import { itemsOf } from '@streamix/api';
import { Badge, Card, ErrorState, Pager, Skeleton } from '@streamix/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TitleFile } from '../catalog';
import { badgeOf, isNumbered, type Kind } from '../kinds';
import { AddChild } from './AddChild';
import { childrenQuery } from './childrenQuery';
import styles from './Parts.module.css';

export function Children({ parent, kind }: { parent: TitleFile; kind: Kind }) {
  const { t } = useTranslation('titles');
  const list = useInfiniteQuery(childrenQuery(parent.id, kind));
  const lines = itemsOf(list.data);
  return (
    <Card as="section" title={t(`plurals.${kind}`)}>
      {list.isPending && <Skeleton height="10rem" />}
      {list.isError && <ErrorState error={list.error} onRetry={() => list.refetch()} level={3} />}
      {list.isSuccess && (
        <>
          {lines.length === 0 && <p className={styles.none}>{t(`none.${kind}`)}</p>}
          <ul className={styles.list}>
            {lines.map(line => (
              <li key={line.id} className={styles.line}>
                {isNumbered(kind) && <span className={styles.number}>{line.number}</span>}
                <Link className={styles.link} to={`/titles/${line.id}`}><bdi>{line.originalTitle}</bdi></Link>
                <Badge kind={badgeOf(line.state)}>{t(`states.${line.state}`)}</Badge>
              </li>
            ))}
          </ul>
          <Pager hasMore={list.hasNextPage} onMore={() => list.fetchNextPage()} isLoading={list.isFetchingNextPage} />
          {!list.hasNextPage && <AddChild key={lines.length} parent={parent} kind={kind} next={nextNumber(lines)} />}
        </>
      )}
    </Card>
  );
}

const nextNumber = (lines: readonly { number: number | null }[]) => lines.reduce((most, { number }) => Math.max(most, number ?? 0), 0) + 1;
