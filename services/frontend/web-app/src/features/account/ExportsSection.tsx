import { hasStatus } from '@streamix/api';
import { Button, Card, toast } from '@streamix/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import styles from './account.module.css';
import { saveFrom } from './download';
import { ExportItem } from './ExportItem';
import { Loaded } from './Loaded';
import { beginExport, endExport, exportsKey, listExports, readExport } from './privacyApi';
import { useDraftKey } from './useDraftKey';
import { useProven } from './useProven';

const lookEvery = 3000;

export function ExportsSection() {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const proven = useProven();
  const exports = useQuery({
    queryKey: exportsKey,
    queryFn: ({ signal }) => listExports(signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.some(one => one.state === 'running') ? lookEvery : false),
  });
  const { keyFor, forget } = useDraftKey();
  const refresh = () => queries.invalidateQueries({ queryKey: exportsKey });

  const begin = useMutation({
    mutationFn: () => proven.run(() => beginExport(keyFor('export'))),
    onSuccess: async begun => {
      if (begun === null) return;
      forget();
      await refresh();
    },
    onError: async error => {
      forget(error);
      toast(t(hasStatus(error, 409) ? 'export.running' : 'failed'), { kind: 'danger' });
      await refresh();
    },
  });
  const load = useMutation({
    mutationFn: (id: string) => proven.run(() => readExport(id)),
    onSuccess: async read => {
      if (read === null || (read.done.download && saveFrom(read.done.download))) return;
      toast(t('export.gone'), { kind: 'warning' });
      await refresh();
    },
    onError: () => toast(t('failed'), { kind: 'danger' }),
  });
  const end = useMutation({ mutationFn: endExport, onSettled: refresh, onError: () => toast(t('failed'), { kind: 'danger' }) });
  const isRunning = exports.data?.some(one => one.state === 'running') ?? false;

  return (
    <Card as="section" title={t('export.title')}>
      <div className={styles.stack}>
        <p>{t('export.body')}</p>
        <div className={styles.actions}>
          <Button variant="primary" isDisabled={isRunning || exports.isPending} isPending={begin.isPending} onPress={() => begin.mutate()}>
            {t('export.begin')}
          </Button>
        </div>
        <Loaded query={exports} height="7rem">
          {list =>
            list.length === 0 ? (
              <p className={styles.muted}>{t('export.none')}</p>
            ) : (
              <ul className={styles.list}>
                {list.map(one => (
                  <ExportItem
                    key={one.id}
                    given={one}
                    isLoading={load.isPending && load.variables === one.id}
                    isEnding={end.isPending && end.variables === one.id}
                    onLoad={() => load.mutate(one.id)}
                    onEnd={() => end.mutate(one.id)}
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
      {proven.dialog}
    </Card>
  );
}
