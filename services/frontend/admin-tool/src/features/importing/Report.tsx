import { Badge, Card, Table, useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { errorLines, type ErrorLine, type ImportReport } from './importFile';
import styles from './Import.module.css';

/** What became, or would become, of the file: in numbers, and row by row where something is wrong. */
export function Report({ report }: { report: ImportReport }) {
  const { t } = useTranslation('titles');
  const format = useFormat();
  const lines = errorLines(report.problems);
  const counts = (['rows', 'created', 'updated', 'unchanged', 'failed'] as const).map(name => ({ name, count: report[name] }));
  const columns = [
    { id: 'row', label: t('importing.row'), cell: (line: ErrorLine) => format.number(line.row) },
    { id: 'slug', label: t('slug'), cell: (line: ErrorLine) => <bdi>{line.slug ?? '–'}</bdi> },
    { id: 'field', label: t('importing.field'), cell: (line: ErrorLine) => <code>{line.field}</code> },
    { id: 'message', label: t('importing.message'), cell: (line: ErrorLine) => <bdi lang="en">{line.message}</bdi> },
  ];
  return (
    <Card as="section" title={t(report.dryRun ? 'importing.wouldBe' : 'importing.was')}>
      <div className={styles.report}>
        <dl className={styles.counts} aria-live="polite">
          {counts.map(({ name, count }) => (
            <div key={name}><dt>{t(`importing.counts.${name}`)}</dt><dd><Badge kind={name === 'failed' && count > 0 ? 'danger' : 'neutral'}>{format.number(count)}</Badge></dd></div>
          ))}
        </dl>
        {report.stopped && <p role="alert" className={styles.stopped}>{t('importing.stopped', { reason: report.stopped })}</p>}
        {lines.length > 0 && <Table caption={t('importing.problems')} isCaptionVisible columns={columns} rows={lines} rowKey={line => line.key} />}
        {report.failed > report.problems.length && <p>{t('importing.moreProblems', { shown: format.number(report.problems.length) })}</p>}
      </div>
    </Card>
  );
}
