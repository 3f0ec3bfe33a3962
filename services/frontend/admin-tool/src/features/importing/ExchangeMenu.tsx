import { Button, Menu, toast } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { TitleSearch } from '../titles/search';
import { exportTitles } from './exportTitles';

/** What is found as a file, and files back into the catalog. */
export function ExchangeMenu({ search }: { search: TitleSearch }) {
  const { t } = useTranslation('titles');
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);

  const save = async (format: 'csv' | 'json') => {
    setBusy(true);
    try {
      await exportTitles(search, format);
    } catch {
      toast(t('exchange.exportFailed'), { kind: 'danger' });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Menu
      label={t('exchange.menu')}
      trigger={<Button isPending={isBusy}>{t('exchange.menu')}</Button>}
      items={[
        { id: 'csv', label: t('exchange.exportCsv'), icon: 'download' },
        { id: 'json', label: t('exchange.exportJson'), icon: 'download' },
        { id: 'import', label: t('exchange.import'), icon: 'upload' },
      ]}
      onAction={id => { if (id === 'csv' || id === 'json') void save(id); else void navigate('/titles/import'); }}
    />
  );
}
