import { itemsOf } from '@streamix/api';
import { Button, EmptyState, ErrorState, Page, Pager, SearchField, Skeleton, SkeletonGroup, Table, useFormat } from '@streamix/ui';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useTyped } from '../titles/useTyped';
import { NewPersonDialog } from './NewPersonDialog';
import styles from './People.module.css';
import { peopleQuery, type PersonFile } from './people';

/** Everybody whom titles may name. */
export function Component() {
  const { t } = useTranslation('people');
  const format = useFormat();
  const navigate = useNavigate();
  const [address, setAddress] = useSearchParams();
  const [isAdding, setAdding] = useState(false);
  const name = address.get('name') ?? '';
  const [text, setText] = useTyped(name, settled => setAddress(settled ? { name: settled } : {}, { replace: true }));
  const list = useInfiniteQuery({ ...peopleQuery(name), placeholderData: keepPreviousData });
  const columns = [
    { id: 'name', label: t('name'), cell: ({ id, content }: PersonFile) => <Link className={styles.link} to={`/people/${id}`}><bdi>{content.name}</bdi></Link> },
    { id: 'born', label: t('bornOn'), cell: ({ content }: PersonFile) => content.bornOn ? format.date(content.bornOn, { dateStyle: 'long', timeZone: 'UTC' }) : '–' },
    { id: 'place', label: t('birthPlace'), cell: ({ content }: PersonFile) => <bdi>{content.birthPlace ?? '–'}</bdi> },
    { id: 'changed', label: t('changed'), cell: ({ updatedAt }: PersonFile) => <time dateTime={updatedAt}>{format.relative(updatedAt)}</time> },
  ];

  return (
    <Page title={t('people')} actions={<Button variant="primary" onPress={() => setAdding(true)}>{t('newPerson')}</Button>}>
      <search><SearchField label={t('search')} value={text} onChange={setText} /></search>
      {list.isPending && <SkeletonGroup><Skeleton height="24rem" /></SkeletonGroup>}
      {list.isError && <ErrorState error={list.error} onRetry={() => list.refetch()} isRetrying={list.isFetching} />}
      {list.isSuccess && (
        <>
          <Table
            caption={t('people')} columns={columns} rows={itemsOf(list.data)} rowKey={row => row.id}
            empty={<EmptyState icon="people" title={name ? t('noneFound') : t('none')} body={name ? t('noneFoundBody') : t('noneBody')} />}
          />
          <Pager hasMore={list.hasNextPage} onMore={() => list.fetchNextPage()} isLoading={list.isFetchingNextPage} />
        </>
      )}
      {isAdding && <NewPersonDialog initialName={name} onClose={() => setAdding(false)} onCreated={person => void navigate(`/people/${person.id}`)} />}
    </Page>
  );
}
