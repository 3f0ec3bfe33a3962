import { api, unwrap, type Schemas } from '@streamix/api';
import { ComboBox } from '@streamix/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plays } from '../titles/kinds';

type Line = Schemas['MediaCatalog.TitleLine'];

export interface PickedTitle { readonly id: string; readonly label: string }

/** Finds a title that a file can be for, as one types. */
export function TitlePicker({ onPick, initial = '', error }: { onPick: (title: PickedTitle) => void; initial?: string; error?: string }) {
  const { t } = useTranslation('uploads');
  const [text, setText] = useState(initial);
  const asked = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: ['titles', 'pick', asked],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/catalog/admin/titles', { params: { query: { text: asked || undefined, limit: 20 } }, signal })),
    placeholderData: keepPreviousData,
  });
  const items = (found.data?.items ?? []).filter(line => plays(line.kind)).map(line => ({ id: line.id, label: nameOf(line), detail: t(`kinds.${line.kind}`) }));
  return (
    <ComboBox
      label={t('title')} items={items} inputValue={text} onInputChange={setText} isLoading={found.isFetching} isRequired error={error} placeholder={t('findTitle')}
      onSelect={item => { setText(item.label); onPick({ id: item.id, label: item.label }); }}
    />
  );
}

const nameOf = ({ originalTitle, year }: Line) => year ? `${originalTitle} (${year})` : originalTitle;
