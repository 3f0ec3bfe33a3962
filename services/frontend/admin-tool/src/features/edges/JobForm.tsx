import { newIdempotencyKey } from '@streamix/api';
import { Button, Card, Form, RadioGroup, TextField } from '@streamix/ui';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../operations/useAct';
import { order } from './queries';

const kinds = ['purge', 'prewarm'] as const;
type Kind = (typeof kinds)[number];

/** Drops objects from caches, or fetches them before anybody asks. */
export function JobForm() {
  const { t } = useTranslation('operations');
  const { act, proof } = useAct(['edges', 'jobs']);
  const [kind, setKind] = useState<Kind>('purge');
  const [prefix, setPrefix] = useState('');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [isWorking, setWorking] = useState(false);
  const key = useRef(newIdempotencyKey());

  // What is sent again unchanged is the same order; anything else is another.
  const change = (set: () => void) => {
    set();
    setError(null);
    key.current = newIdempotencyKey();
  };
  const submit = async () => {
    setWorking(true);
    try {
      await act(() => order({ kind, prefix: prefix.trim(), reason: reason.trim() }, key.current), t('jobOrdered'));
      change(() => { setPrefix(''); setReason(''); });
    } catch (fault) {
      setError(fault);
    } finally {
      setWorking(false);
    }
  };
  return (
    <Card title={t('cacheJob')}>
      <Form onSubmit={submit} error={error} label={t('cacheJob')}>
        <RadioGroup<Kind> label={t('whatToDo')} value={kind} onChange={chosen => change(() => setKind(chosen))} options={kinds.map(id => ({ id, label: t(`cacheKinds.${id}`) }))} />
        <TextField name="prefix" label={t('prefix')} description={t('prefixHint')} value={prefix} onChange={text => change(() => setPrefix(text))} isRequired />
        <TextField name="reason" label={t('why')} description={t('whyHint')} value={reason} onChange={text => change(() => setReason(text))} maxLength={200} isRequired />
        <Button type="submit" variant={kind === 'purge' ? 'danger' : 'primary'} isPending={isWorking} isDisabled={!prefix.trim() || !reason.trim()}>{t(`cacheKinds.${kind}`)}</Button>
      </Form>
      {proof}
    </Card>
  );
}
