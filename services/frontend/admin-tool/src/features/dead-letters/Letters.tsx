import { itemsOf } from '@streamix/api';
import { EmptyState, Pager } from '@streamix/ui';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../operations/Loaded';
import styles from '../operations/operations.module.css';
import type { Service } from '../operations/services';
import { LetterDialog } from './LetterDialog';
import { LettersTable } from './LettersTable';
import { lettersQuery, type LetterFilters } from './queries';
import { ReplayAll } from './ReplayAll';

export function Letters({ service, filters }: { service: Service; filters: LetterFilters }) {
  const { t } = useTranslation('operations');
  const letters = useInfiniteQuery({ ...lettersQuery(service, filters), placeholderData: keepPreviousData });
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Loaded query={letters} height="24rem">
      {data => (
        <div className={styles.stack} aria-busy={letters.isPlaceholderData}>
          <ReplayAll service={service} filters={filters} isEmpty={itemsOf(data).length === 0} />
          {itemsOf(data).length === 0 ? <EmptyState icon="check" title={t('noLetters')} body={t('noLettersBody')} /> : <LettersTable rows={itemsOf(data)} onOpen={letter => setOpen(letter.id)} />}
          <Pager hasMore={letters.hasNextPage} isLoading={letters.isFetchingNextPage} onMore={() => letters.fetchNextPage()} />
          {open && <LetterDialog key={open} service={service} id={open} onClose={() => setOpen(null)} />}
        </div>
      )}
    </Loaded>
  );
}
