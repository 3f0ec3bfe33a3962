import { Button, Dialog, Form, TextField, toast } from '@streamix/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../titles/details/useDraft';
import { useSaving } from '../titles/details/useSaving';
import { personComplaints, personContentOf, personDraftOf } from './draft';
import { createPerson, type PersonFile } from './people';

interface NewPersonDialogProps { initialName: string; onClose: () => void; onCreated: (person: PersonFile) => void }

/** A name is enough to begin with. */
export function NewPersonDialog({ initialName, onClose, onCreated }: NewPersonDialogProps) {
  const { t } = useTranslation('people');
  const form = useId();
  const client = useQueryClient();
  const saving = useSaving();
  const { draft, change, errorOf, isSound, tellAll } = useDraft(personDraftOf({ name: initialName }), personComplaints);

  const create = async () => {
    tellAll();
    if (isSound) await saving.run(async () => {
      const person = await createPerson(personContentOf(draft));
      void client.invalidateQueries({ queryKey: ['people', 'list'] });
      toast(t('created', { name: person.content.name }), { kind: 'success' });
      onClose();
      onCreated(person);
    });
  };

  return (
    <Dialog
      title={t('newPerson')} isOpen onOpenChange={isOpen => { if (!isOpen) onClose(); }} size="small"
      actions={<><Button variant="quiet" onPress={onClose}>{t('cancel')}</Button><Button type="submit" form={form} variant="primary" isPending={saving.isPending}>{t('create')}</Button></>}
    >
      <Form id={form} onSubmit={create} error={saving.error}>
        <TextField name="name" label={t('name')} value={draft.name} error={errorOf('name')} isRequired autoFocus onChange={name => change({ name }, 'name')} />
      </Form>
    </Dialog>
  );
}
