import { explainBy, hasStatus, isProblem } from '@streamix/api';
import { Button, CodeField, Form, Notice } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './AuthPage.module.css';
import { cancelEmailChange, changeCodeLength, confirmEmailChange, resendEmailChange, type ChangeCodes, type EmailChange } from './emailChanges';
import { useWait } from './useWait';

interface ConfirmEmailFormProps {
  change: EmailChange;
  onChange: (change: EmailChange) => void;
  /** The change has ended meanwhile: it has to be read again. */
  onOver: () => void;
}

export function ConfirmEmailForm({ change, onChange, onOver }: ConfirmEmailFormProps) {
  const { t } = useTranslation('auth');
  const [oldCode, setOldCode] = useState('');
  const [newCode, setNewCode] = useState('');
  const wait = useWait(secondsUntil(change.resendAt));
  const seeAgain = (error: unknown) => {
    if (hasStatus(error, 410) || hasStatus(error, 422)) onOver();
  };

  const proof = useMutation({ mutationFn: (codes: ChangeCodes) => confirmEmailChange(change.id, codes), onSuccess: onChange, onError: seeAgain });
  const renewal = useMutation({
    mutationFn: () => resendEmailChange(change.id),
    onSuccess: next => {
      onChange(next);
      wait.start(secondsUntil(next.resendAt));
    },
    onError: seeAgain,
  });
  const end = useMutation({ mutationFn: () => cancelEmailChange(change.id), onSuccess: onOver, onError: onOver });

  const codes: ChangeCodes = { ...(oldCode && !change.oldProven ? { oldCode } : {}), ...(newCode && !change.newProven ? { newCode } : {}) };
  const wrong = isProblem(proof.error) ? proof.error.errors : {};
  const sayWrong = (field: keyof ChangeCodes, typed: string) =>
    wrong[field] && proof.variables?.[field] === typed ? t('change.wrong', { left: change.attemptsLeft }) : undefined;

  return (
    <Form
      className={styles.form}
      label={t('change.title')}
      error={proof.error}
      explain={explainBy({ 409: t('change.taken'), 410: t('change.expired') })}
      onSubmit={() => {
        if (Object.keys(codes).length > 0) proof.mutate(codes);
      }}
    >
      <p>
        {t('change.lead')} <bdi className={styles.address}>{change.newEmail}</bdi>
      </p>
      {change.oldProven ? (
        <Notice kind="good">{t('change.oldProven')}</Notice>
      ) : (
        <CodeField label={t('change.oldCode')} name="oldCode" isAlphanumeric length={changeCodeLength} value={oldCode} onChange={setOldCode} error={sayWrong('oldCode', oldCode)} />
      )}
      {change.newProven ? (
        <Notice kind="good">{t('change.newProven')}</Notice>
      ) : (
        <CodeField label={t('change.newCode')} name="newCode" isAlphanumeric length={changeCodeLength} value={newCode} onChange={setNewCode} error={sayWrong('newCode', newCode)} />
      )}
      <Button type="submit" variant="primary" isWide isPending={proof.isPending}>
        {t('change.submit')}
      </Button>
      <div className={styles.actions}>
        <Button isDisabled={wait.left > 0 || change.resendAt === null} isPending={renewal.isPending} onPress={() => renewal.mutate()}>
          {wait.left > 0 ? t('passcode.resendIn', { seconds: wait.left }) : t('change.resend')}
        </Button>
        <Button variant="quiet" isPending={end.isPending} onPress={() => end.mutate()}>
          {t('change.keep')}
        </Button>
      </div>
      {renewal.isSuccess && <Notice kind="good">{t('change.resent')}</Notice>}
      {renewal.isError && <Notice kind="warning">{t('passcode.notSent')}</Notice>}
    </Form>
  );
}

function secondsUntil(instant: string | null): number {
  return instant === null ? 0 : Math.max(0, Math.ceil((Date.parse(instant) - Date.now()) / 1000));
}
