import { isProblem } from '@streamix/api';
import { Button, CodeField, Form, PasswordField, TextField } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { prove, type Method } from './prove';

const totpLength = 6;

export function StepUpForm({ methods, onProven }: { methods: readonly Method[]; onProven: () => void }) {
  const { t } = useTranslation('operations');
  const [method, setMethod] = useState<Method>(methods[0] ?? 'password');
  const [answer, setAnswer] = useState('');
  const proof = useMutation({ mutationFn: () => prove(method, answer), onSuccess: onProven });
  const isWrong = isProblem(proof.error) && proof.error.status === 422;
  const type = (text: string) => {
    setAnswer(text);
    if (proof.isError) proof.reset();
  };
  const field = { label: t(`stepUp.methods.${method}`), value: answer, onChange: type, isRequired: true, autoFocus: true, error: isWrong ? t('stepUp.wrong') : undefined };

  return (
    <Form label={t('stepUp.title')} error={proof.error} explain={() => isWrong ? t('stepUp.wrong') : undefined} onSubmit={() => proof.mutate()}>
      <p>{t('stepUp.lead')}</p>
      {method === 'password' && <PasswordField {...field} autoComplete="current-password" />}
      {method === 'totp' && <CodeField {...field} length={totpLength} />}
      {method === 'recoveryCode' && <TextField {...field} />}
      <Button type="submit" variant="primary" isWide isPending={proof.isPending}>{t('stepUp.confirm')}</Button>
      {methods.filter(other => other !== method).map(other => (
        <Button key={other} variant="quiet" onPress={() => { setMethod(other); type(''); }}>{t(`stepUp.use.${other}`)}</Button>
      ))}
    </Form>
  );
}
