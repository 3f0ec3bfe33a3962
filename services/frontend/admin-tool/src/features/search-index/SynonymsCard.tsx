import { Button, Card, Form, TextField } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../operations/Loaded';
import { useAct } from '../operations/useAct';
import { saveSynonyms, synonymsQuery } from './queries';
import { faultOf, groupsOf, textOf } from './synonyms';

export function SynonymsCard() {
  const { t } = useTranslation('operations');
  const synonyms = useQuery(synonymsQuery);
  return (
    <Card title={t('synonyms')}>
      <Loaded query={synonyms} height="16rem" level={3}>{({ groups }) => <Editor saved={textOf(groups)} />}</Loaded>
    </Card>
  );
}

function Editor({ saved }: { saved: string }) {
  const { t } = useTranslation('operations');
  const { act, proof } = useAct(synonymsQuery.queryKey);
  const [draft, setDraft] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const text = draft ?? saved;
  const fault = faultOf(text);

  const save = async () => {
    if (fault) return;
    setSaving(true);
    await act(() => saveSynonyms(groupsOf(text)), t('synonymsSaved')).then(() => setDraft(null), () => {});
    setSaving(false);
  };
  return (
    <Form onSubmit={save} label={t('synonyms')}>
      <TextField multiline rows={8} label={t('groups')} description={t('groupsHint')} value={text} onChange={setDraft} error={fault ? t(`synonymFaults.${fault.kind}`, { line: fault.line }) : undefined} />
      <div>
        <Button type="submit" variant="primary" isPending={isSaving} isDisabled={text === saved || fault !== null}>{t('save')}</Button>
        {draft !== null && draft !== saved && <Button variant="quiet" onPress={() => setDraft(null)}>{t('undo')}</Button>}
      </div>
      {proof}
    </Form>
  );
}
