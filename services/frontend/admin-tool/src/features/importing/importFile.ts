import { api, unwrap, type Schemas } from '@streamix/api';

export type ImportReport = Schemas['MediaCatalog.ImportReport'];
export type RowProblem = Schemas['MediaCatalog.RowProblem'];

export const largest = 256 * 1024 * 1024;

/** What the file is to be read as; null for anything else. */
export function typeOf({ name, type }: Pick<File, 'name' | 'type'>): 'application/json' | 'text/csv' | null {
  const ending = name.toLowerCase().split('.').at(-1);
  if (ending === 'json' || type === 'application/json') return 'application/json';
  return ending === 'csv' || type === 'text/csv' ? 'text/csv' : null;
}

export async function importFile(file: File, dryRun: boolean): Promise<ImportReport> {
  return unwrap(api.POST('/api/v1/catalog/admin/import', {
    params: { query: { dryRun } }, body: [], bodySerializer: () => file, headers: { 'Content-Type': typeOf(file) ?? 'application/json' },
  }));
}

export interface ErrorLine { readonly key: string; readonly row: number; readonly slug: string | null; readonly field: string; readonly message: string }

/** Every fault of every row by itself, in the order of the file. */
export function errorLines(problems: readonly RowProblem[]): ErrorLine[] {
  return [...problems].sort((a, b) => a.row - b.row).flatMap(({ row, slug, errors }) =>
    Object.entries(errors).flatMap(([field, messages]) => messages.map((message, i) => ({ key: `${row} ${field} ${i}`, row, slug, field, message }))));
}

export const isWorthTaking = ({ created, updated }: ImportReport) => created + updated > 0;
