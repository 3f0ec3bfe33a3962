import { Form, toast } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { changeTitle, readTitle, useKeepTitle, vocabularyQuery, type Versioned } from '../catalog';
import { isHead } from '../kinds';
import { Basics } from './Basics';
import { Checks } from './Checks';
import { Conflict } from './Conflict';
import { contentOf, draftOf, isSame } from './draft';
import { ExternalIds } from './ExternalIds';
import { Ratings } from './Ratings';
import { complaints } from './rules';
import { SaveBar } from './SaveBar';
import { Texts } from './Texts';
import { Unsaved } from './Unsaved';
import { useDraft } from './useDraft';
import { isStale, useSaving } from './useSaving';
import { Windows } from './Windows';

/** All that is written of a title but who took part. */
export function DetailsTab({ title }: { title: Versioned }) {
  const { t } = useTranslation('titles');
  const keep = useKeepTitle();
  const vocabulary = useQuery(vocabularyQuery).data;
  const [base, setBase] = useState(title);
  const { id, kind, parentId } = base.file;
  const form = useDraft(draftOf(base.file.content), draft => complaints(kind, draft));
  const saving = useSaving();
  const isDirty = !isSame(form.draft, draftOf(base.file.content));

  const adopt = (next: Versioned) => {
    setBase(next);
    form.reset(draftOf(next.file.content));
    saving.clear();
  };
  if (title.etag !== base.etag && title.file.revision > base.file.revision && !isDirty && !saving.isPending) adopt(title);

  const write = async (over: Versioned) => {
    const changed = await changeTitle(id, over.etag, contentOf(kind, form.draft, over.file.content));
    adopt(changed);
    keep(changed);
    toast(t('saved'), { kind: 'success' });
  };
  const save = async () => {
    flushSync(form.tellAll);
    if (form.isSound) await saving.run(() => write(base));
    else document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus();
  };
  const reload = () => saving.run(async () => {
    const fresh = await readTitle(id);
    adopt(fresh);
    keep(fresh);
  });
  const overwrite = () => saving.run(async () => write(await readTitle(id)));

  return (
    <Form onSubmit={save} error={isStale(saving.error) ? null : saving.error} label={t('tabs.details')}>
      {isStale(saving.error) && <Conflict onReload={() => void reload()} onOverwrite={() => void overwrite()} isBusy={saving.isPending} />}
      <Basics kind={kind} form={form} formats={vocabulary?.formats ?? (form.draft.format ? [form.draft.format] : [])} />
      <Texts form={form} />
      <Checks title={t('genresTitle')} words={vocabulary?.genres ?? []} nameOf={word => t(`genres.${word}`)} chosen={form.draft.genres} onChange={genres => form.change({ genres })} />
      <Checks title={t('tagsTitle')} words={vocabulary?.tags ?? []} nameOf={word => t(`tags.${word}`)} chosen={form.draft.tags} onChange={tags => form.change({ tags })} />
      <Ratings form={form} isInherited={!isHead(kind) && parentId !== null} />
      <Windows form={form} isInherited={!isHead(kind) && parentId !== null} />
      <ExternalIds form={{ ...form, change: form.change }} />
      <SaveBar isDirty={isDirty} isSound={form.isSound} isPending={saving.isPending} onDiscard={() => adopt(base)} />
      <Unsaved isDirty={isDirty && !saving.isPending} />
    </Form>
  );
}
