import { EmptyState, Form, toast } from '@streamix/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personQuery, type PersonFile } from '../../people/people';
import { changeTitle, readTitle, useKeepTitle, vocabularyQuery, type Versioned } from '../catalog';
import { Conflict } from '../details/Conflict';
import { SaveBar } from '../details/SaveBar';
import { Unsaved } from '../details/Unsaved';
import { replaced, useDraft, without } from '../details/useDraft';
import { isStale, useSaving } from '../details/useSaving';
import styles from './Cast.module.css';
import { CreditRow } from './CreditRow';
import { creditComplaints, creditsOf, reordered, toCredits, type CreditDraft } from './credits';
import { NewCredit } from './NewCredit';

/** Who took part, in the order of billing. */
export function CastTab({ title }: { title: Versioned }) {
  const { t } = useTranslation('titles');
  const client = useQueryClient();
  const keep = useKeepTitle();
  const saving = useSaving();
  const [base, setBase] = useState(title);
  const [moved, setMoved] = useState('');
  const departments = useQuery(vocabularyQuery).data?.departments ?? [];
  const form = useDraft(creditsOf(base.file.content), creditComplaints);
  const { credits } = form.draft;
  const { id } = base.file;
  const isDirty = JSON.stringify(credits) !== JSON.stringify(creditsOf(base.file.content).credits);

  const adopt = (next: Versioned) => {
    setBase(next);
    form.reset(creditsOf(next.file.content));
    saving.clear();
  };
  if (title.etag !== base.etag && title.file.revision > base.file.revision && !isDirty && !saving.isPending) adopt(title);

  const write = async (over: Versioned) => {
    const changed = await changeTitle(id, over.etag, { ...over.file.content, credits: toCredits(form.draft) });
    adopt(changed);
    keep(changed);
    toast(t('saved'), { kind: 'success' });
  };
  const save = async () => {
    form.tellAll();
    if (form.isSound) await saving.run(() => write(base));
  };
  const add = (person: PersonFile, department: string, character: string) => {
    if (!client.getQueryData(personQuery(person.id).queryKey)) void client.prefetchQuery(personQuery(person.id));
    form.change({ credits: [...credits, { personId: person.id, department, character }] }, `credits[${credits.length}].department`);
  };
  const move = (from: number, to: number) => {
    if (to < 0 || to >= credits.length) return;
    form.change({ credits: reordered(credits, from, to) });
    setMoved(t('cast.moved', { place: to + 1, count: credits.length }));
  };
  const rewrite = (index: number, part: Partial<CreditDraft>, field: string) => form.change({ credits: replaced(credits, index, part) }, `credits[${index}].${field}`);

  return (
    <Form onSubmit={save} error={isStale(saving.error) ? null : saving.error} label={t('tabs.cast')}>
      {isStale(saving.error) && (
        <Conflict
          isBusy={saving.isPending} onReload={() => void saving.run(async () => { const fresh = await readTitle(id); adopt(fresh); keep(fresh); })}
          onOverwrite={() => void saving.run(async () => write(await readTitle(id)))}
        />
      )}
      {credits.length === 0 && <EmptyState icon="people" title={t('cast.none')} body={t('cast.noneBody')} />}
      <ol className={styles.list} aria-label={t('tabs.cast')}>
        {credits.map((credit, index) => (
          <CreditRow
            key={keyOf(credits, index)} credit={credit} index={index} count={credits.length} departments={departments} errorOf={form.errorOf}
            onChange={(part, field) => rewrite(index, part, field)} onMove={to => move(index, to)} onRemove={() => form.change({ credits: without(credits, index) })}
          />
        ))}
      </ol>
      <p className={styles.unseen} role="status">{moved}</p>
      <NewCredit departments={departments} onAdd={add} />
      <SaveBar isDirty={isDirty} isSound={form.isSound} isPending={saving.isPending} onDiscard={() => adopt(base)} />
      <Unsaved isDirty={isDirty && !saving.isPending} />
    </Form>
  );
}

/** The same row after it has moved, so that the focus goes with it; whoever is there twice counts. */
function keyOf(credits: readonly CreditDraft[], index: number): string {
  const id = credits[index]?.personId;
  return `${id} ${credits.slice(0, index).filter(credit => credit.personId === id).length}`;
}
