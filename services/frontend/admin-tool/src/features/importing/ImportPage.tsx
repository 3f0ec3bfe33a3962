import { Breadcrumbs, Button, Card, ErrorState, FileDrop, Page, Progress, toast, useFormat } from '@streamix/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importFile, isWorthTaking, largest, typeOf } from './importFile';
import styles from './Import.module.css';
import { Report } from './Report';

/** A file is tried first, which changes nothing; only then can it be taken. */
export function Component() {
  const { t } = useTranslation('titles');
  const format = useFormat();
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [error, setError] = useState<string>();
  const trial = useMutation({ mutationFn: (chosen: File) => importFile(chosen, true) });
  const taking = useMutation({
    mutationFn: (chosen: File) => importFile(chosen, false),
    onSuccess: () => {
      toast(t('importing.done'), { kind: 'success' });
      void client.invalidateQueries({ queryKey: ['titles'] });
    },
  });
  const report = taking.data ?? trial.data;
  const isBusy = trial.isPending || taking.isPending;

  const choose = ([chosen]: File[]) => {
    if (!chosen) return;
    const fault = typeOf(chosen) === null ? 'type' : chosen.size === 0 ? 'empty' : chosen.size > largest ? 'size' : null;
    setError(fault ? t(`importing.faults.${fault}`, { most: format.bytes(largest) }) : undefined);
    trial.reset();
    taking.reset();
    setFile(fault ? undefined : chosen);
    if (!fault) trial.mutate(chosen);
  };

  return (
    <Page title={t('importing.title')} lead={t('importing.lead')}>
      <Breadcrumbs items={[{ label: t('titles'), to: '/titles' }, { label: t('importing.title') }]} />
      <Card as="section" title={t('importing.file')}>
        <FileDrop label={file?.name ?? t('importing.drop')} accept={['.json', '.csv']} onFiles={choose} error={error} description={t('importing.hint')} isDisabled={isBusy} />
      </Card>
      {isBusy && <Progress label={t(taking.isPending ? 'importing.taking' : 'importing.trying')} />}
      {trial.isError && file && <ErrorState error={trial.error} onRetry={() => trial.mutate(file)} />}
      {taking.isError && file && <ErrorState error={taking.error} onRetry={() => taking.mutate(file)} />}
      {report && !isBusy && <Report report={report} />}
      {file && trial.data && !taking.data && !isBusy && (
        <div className={styles.bar}>
          <Button variant="primary" isDisabled={!isWorthTaking(trial.data)} onPress={() => taking.mutate(file)}>{t(trial.data.failed > 0 ? 'importing.takeRest' : 'importing.take')}</Button>
          {!isWorthTaking(trial.data) && <p>{t('importing.nothing')}</p>}
        </div>
      )}
    </Page>
  );
}
