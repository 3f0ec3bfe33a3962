import { DateField, Form, TextField, toast } from '@streamix/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Conflict } from '../titles/details/Conflict';
import { ExternalIds } from '../titles/details/ExternalIds';
import { SaveBar } from '../titles/details/SaveBar';
import { Unsaved } from '../titles/details/Unsaved';
import { useDraft } from '../titles/details/useDraft';
import { isStale, useSaving } from '../titles/details/useSaving';
import { Biographies } from './Biographies';
import { personComplaints, personContentOf, personDraftOf } from './draft';
import styles from './People.module.css';
import { changePerson, personQuery, readPerson, type VersionedPerson } from './people';

export function PersonForm({ person }: { person: VersionedPerson }) {
  const { t } = useTranslation('people');
  const client = useQueryClient();
  const saving = useSaving();
  const [base, setBase] = useState(person);
  const { id, content } = base.file;
  const form = useDraft(personDraftOf(content), personComplaints);
  const { draft, change, errorOf } = form;
  const isDirty = JSON.stringify(draft) !== JSON.stringify(personDraftOf(content));

  const adopt = (next: VersionedPerson) => {
    setBase(next);
    form.reset(personDraftOf(next.file.content));
    saving.clear();
    client.setQueryData(personQuery(id).queryKey, next);
  };
  const write = async (etag: string) => {
    adopt(await changePerson(id, etag, personContentOf(draft)));
    void client.invalidateQueries({ queryKey: ['people', 'list'] });
    toast(t('saved'), { kind: 'success' });
  };
  const save = async () => {
    form.tellAll();
    if (form.isSound) await saving.run(() => write(base.etag));
  };

  return (
    <Form onSubmit={save} error={isStale(saving.error) ? null : saving.error} label={t('tabs.details')}>
      {isStale(saving.error) && (
        <Conflict
          isBusy={saving.isPending} onReload={() => void saving.run(async () => adopt(await readPerson(id)))}
          onOverwrite={() => void saving.run(async () => write((await readPerson(id)).etag))}
        />
      )}
      <div className={styles.grid}>
        <TextField name="name" label={t('name')} value={draft.name} error={errorOf('name')} isRequired onChange={name => change({ name }, 'name')} />
        <TextField name="birthPlace" label={t('birthPlace')} value={draft.birthPlace} error={errorOf('birthPlace')} onChange={birthPlace => change({ birthPlace }, 'birthPlace')} />
        <DateField name="bornOn" label={t('bornOn')} value={draft.bornOn} error={errorOf('bornOn')} onChange={bornOn => change({ bornOn }, 'diedOn')} />
        <DateField name="diedOn" label={t('diedOn')} value={draft.diedOn} error={errorOf('diedOn')} onChange={diedOn => change({ diedOn }, 'diedOn')} />
        <TextField name="slug" label={t('slug')} description={t('slugHint')} value={draft.slug} error={errorOf('slug')} autoCapitalize="none" onChange={slug => change({ slug }, 'slug')} />
      </div>
      <Biographies form={form} />
      <ExternalIds form={form} />
      <SaveBar isDirty={isDirty} isSound={form.isSound} isPending={saving.isPending} onDiscard={() => adopt(base)} />
      <Unsaved isDirty={isDirty && !saving.isPending} />
    </Form>
  );
}
