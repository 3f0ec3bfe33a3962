import { Button, Form, NumberField, Page, RadioGroup, Select, TextField, toast } from '@streamix/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { vocabularyQuery } from './catalog';
import { LanguageField } from './details/LanguageField';
import { limits } from './details/limits';
import { useDraft } from './details/useDraft';
import { useSaving } from './details/useSaving';
import { isHead, isNumbered, kindOf, kinds, parentsOf, type Kind } from './kinds';
import { createTitle, newComplaints, type NewDraft } from './newTitle';
import { ParentPicker } from './ParentPicker';

const usualFormat: Partial<Record<Kind, string>> = { movie: 'movie', series: 'series' };

/** What kind of title it is and what it is called; everything else is written on its own page. */
export function Component() {
  const { t, i18n } = useTranslation('titles');
  const navigate = useNavigate();
  const client = useQueryClient();
  const [address] = useSearchParams();
  const formats = useQuery(vocabularyQuery).data?.formats ?? [];
  const [parentName, setParentName] = useState('');
  const saving = useSaving();
  const kind = kindOf(address.get('kind')) ?? 'movie';
  const initial: NewDraft = { kind, parentId: null, originalTitle: '', originalLanguage: i18n.resolvedLanguage ?? 'en', format: usualFormat[kind] ?? null, number: null };
  const { draft, change, errorOf, isSound, tellAll } = useDraft(initial, newComplaints);

  const create = async () => {
    tellAll();
    if (isSound) await saving.run(async () => {
      const title = await createTitle(draft);
      void client.invalidateQueries({ queryKey: ['titles', 'list'] });
      toast(t('created', { title: title.content.originalTitle }), { kind: 'success' });
      await navigate(`/titles/${title.id}`);
    });
  };

  return (
    <Page title={t('newTitle')} width="medium">
      <Form onSubmit={create} error={saving.error} label={t('newTitle')}>
        <RadioGroup
          label={t('kind')} name="kind" value={draft.kind} options={kinds.map(id => ({ id, label: t(`kinds.${id}`), description: t(`kindHints.${id}`) }))}
          onChange={next => { setParentName(''); change({ kind: next, parentId: null, format: usualFormat[next] ?? null }); }}
        />
        {parentsOf(draft.kind).length > 0 && (
          <ParentPicker
            key={draft.kind} kinds={parentsOf(draft.kind)} picked={parentName} error={errorOf('parentId')}
            onPick={line => { setParentName(line?.originalTitle ?? ''); change({ parentId: line?.id ?? null }, line ? 'parentId' : undefined); }}
          />
        )}
        {isNumbered(draft.kind) && (
          <NumberField label={t('number')} name="number" value={draft.number} error={errorOf('number')} minValue={0} maxValue={limits.number} isRequired onChange={number => change({ number }, 'number')} />
        )}
        <TextField label={t('originalTitle')} name="originalTitle" value={draft.originalTitle} error={errorOf('originalTitle')} isRequired onChange={originalTitle => change({ originalTitle }, 'originalTitle')} />
        <LanguageField label={t('originalLanguage')} name="originalLanguage" value={draft.originalLanguage} error={errorOf('originalLanguage')} isRequired
          onChange={originalLanguage => change({ originalLanguage }, 'originalLanguage')} />
        {isHead(draft.kind) && (
          <Select label={t('format')} name="format" options={formats.map(id => ({ id, label: t(`formats.${id}`) }))} value={draft.format} error={errorOf('format')} isRequired
            onChange={format => change({ format }, 'format')} />
        )}
        <div><Button type="submit" variant="primary" isPending={saving.isPending}>{t('create')}</Button></div>
      </Form>
    </Page>
  );
}
