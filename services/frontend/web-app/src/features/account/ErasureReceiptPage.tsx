import { hasStatus } from '@streamix/api';
import { EmptyState, ErrorState, LinkButton, Notice, Page, Progress, Skeleton, SkeletonGroup, useFormat } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import styles from './account.module.css';
import { CopyButton } from './CopyButton';
import { readReceipt, type Receipt } from './privacyApi';
import { ServiceList } from './ServiceList';

const lookEvery = 5000;

/** How far an erasure is. Whoever has the address may look: it names nobody, and what stands behind the # is told to no server on the way. */
export function Component() {
  const { t } = useTranslation('account');
  const receipt = new URLSearchParams(useLocation().hash.slice(1)).get('receipt') ?? '';
  const read = useQuery({
    queryKey: ['erasure', receipt],
    queryFn: ({ signal }) => readReceipt(receipt, signal),
    enabled: receipt !== '',
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? lookEvery : false),
  });
  const home = <LinkButton to="/welcome">{t('receipt.home')}</LinkButton>;
  const isUnknown = receipt === '' || hasStatus(read.error, 404) || hasStatus(read.error, 400);

  return (
    <Page title={t('receipt.title')} lead={t('receipt.lead')} width="medium">
      {read.isPending && !isUnknown && (
        <SkeletonGroup>
          <Skeleton height="24rem" radius="var(--radius-large)" />
        </SkeletonGroup>
      )}
      {isUnknown && <EmptyState icon="search" title={t('receipt.none')} body={t('receipt.noneBody')} action={home} />}
      {read.isError && !isUnknown && !read.data && <ErrorState error={read.error} isRetrying={read.isFetching} onRetry={() => void read.refetch()} />}
      {read.data && (
        <div className={styles.stack}>
          <Progressing receipt={read.data} />
          <div className={styles.actions}>
            <CopyButton text={location.href} label={t('receipt.copy')} />
            {home}
          </div>
        </div>
      )}
    </Page>
  );
}

function Progressing({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation('account');
  const format = useFormat();
  const confirmed = receipt.services.filter(({ state }) => state === 'confirmed').length;
  const isDone = receipt.state === 'done';
  return (
    <>
      <Notice kind={isDone ? 'good' : 'plain'}>
        {isDone && receipt.finishedAt
          ? t('receipt.done', { date: format.dateTime(receipt.finishedAt) })
          : t('receipt.running', { date: format.dateTime(receipt.deadline) })}
      </Notice>
      <Progress
        label={t('receipt.progress')}
        value={confirmed}
        max={Math.max(receipt.services.length, 1)}
        valueLabel={t('export.collected', { done: format.number(confirmed), all: format.number(receipt.services.length) })}
      />
      <p className={styles.muted}>{t('receipt.started', { date: format.dateTime(receipt.startedAt) })}</p>
      <ServiceList label={t('receipt.services')} services={receipt.services} />
    </>
  );
}
