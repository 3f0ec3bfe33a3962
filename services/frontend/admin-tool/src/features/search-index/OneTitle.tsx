import { Button, Card, Form, TextField } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../operations/useAct';
import { indexTitle } from './queries';

const shape = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;

/** Brings one title into the index as the catalog has it. */
export function OneTitle() {
  const { t } = useTranslation('operations');
  const { act, proof } = useAct(['indexing']);
  const [id, setId] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [isWorking, setWorking] = useState(false);

  const submit = async () => {
    setWrong(!shape.test(id.trim()));
    if (!shape.test(id.trim())) return;
    setWorking(true);
    await act(() => indexTitle(id.trim()), t('titleIndexed')).then(() => setId(''), () => {});
    setWorking(false);
  };
  return (
    <Card title={t('oneTitle')}>
      <Form onSubmit={submit} label={t('oneTitle')}>
        <TextField label={t('titleId')} description={t('titleIdHint')} value={id} onChange={text => { setId(text); setWrong(false); }} error={isWrong ? t('notAnId') : undefined} isRequired />
        <Button type="submit" isPending={isWorking}>{t('indexIt')}</Button>
      </Form>
      {proof}
    </Card>
  );
}
