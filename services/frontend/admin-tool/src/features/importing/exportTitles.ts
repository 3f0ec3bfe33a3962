import { api, unwrap } from '@streamix/api';
import type { TitleSearch } from '../titles/search';

/** Reads the file within the session, which a plain link could not renew, and hands it to the browser. */
export async function exportTitles(search: TitleSearch, format: 'csv' | 'json'): Promise<void> {
  const file: Blob = await unwrap(api.GET('/api/v1/catalog/admin/export', { params: { query: { ...search, format } }, parseAs: 'blob' }));
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: `titles.${format}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
