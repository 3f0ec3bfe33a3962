import { api, unwrap } from '@streamix/api';
import { ComboBox } from '@streamix/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TitleLine } from './catalog';
import type { Kind } from './kinds';
import { useTyped } from './useTyped';

interface ParentPickerProps { kinds: readonly Kind[]; picked: string; onPick: (line: TitleLine | null) => void; error?: string | undefined }

/** Finds what a title belongs to, as one types. */
export function ParentPicker({ kinds, picked, onPick, error }: ParentPickerProps) {
  const { t } = useTranslation('titles');
  const [sought, setSought] = useState('');
  const [text, setText] = useTyped(picked, setSought);
  const found = useQuery({
    queryKey: ['titles', 'parents', kinds, sought],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(kinds.map(kind =>
        unwrap(api.GET('/api/v1/catalog/admin/titles', { params: { query: { kind, text: sought || undefined, sort: 'title', limit: 20 } }, signal }))));
      return pages.flatMap(page => page.items);
    },
    placeholderData: keepPreviousData,
  });
  const items = (found.data ?? []).map(line => ({ id: line.id, label: line.originalTitle, detail: `${t(`kinds.${line.kind}`)} · ${line.slug}`, line }));
  return (
    <ComboBox
      label={t('parent')} description={t('parentHint', { kinds: kinds.map(kind => t(`kinds.${kind}`)).join(' · ') })} name="parentId" isRequired error={error}
      items={items} inputValue={text} isLoading={found.isFetching} placeholder={t('searchHint')}
      onInputChange={value => { setText(value); if (value !== picked) onPick(null); }}
      onSelect={({ line }) => { setText(line.originalTitle); onPick(line); }}
    />
  );
}
