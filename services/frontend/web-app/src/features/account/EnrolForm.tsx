import { explainBy, hasStatus } from '@streamix/api';
import { Button, CodeField, Form } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './account.module.css';
import { CopyButton } from './CopyButton';
import twoStep from './TwoStep.module.css';
import { confirmEnrolment, type Enrolment } from './twoStepApi';
import { useProven } from './useProven';

interface EnrolFormProps {
  enrolment: Enrolment;
  onCodes: (codes: readonly string[]) => void;
  onCancel: () => void;
}

const codeLength = 6;

/** The secret goes into the app, the app's first code comes back. */
export function EnrolForm({ enrolment, onCodes, onCancel }: EnrolFormProps) {
  const { t } = useTranslation('account');
  const [code, setCode] = useState('');
  const proven = useProven();
  const confirm = useMutation({
    mutationFn: (typed: string) => proven.run(() => confirmEnrolment(typed)),
    onSuccess: confirmed => {
      if (confirmed) onCodes(confirmed.done);
    },
  });
  const isWrong = hasStatus(confirm.error, 422) && confirm.variables === code;

  return (
    <Form
      className={styles.form}
      label={t('twoStep.title')}
      error={confirm.error}
      explain={explainBy({ 422: t('twoStep.wrong'), 404: t('twoStep.meanwhile') })}
      onSubmit={() => confirm.mutate(code)}
    >
      <p>{t('twoStep.scan')}</p>
      <div className={twoStep.scan}>
        {/* As an image the drawing can neither run nor load anything. */}
        <img className={twoStep.picture} src={pictureOf(enrolment.qrCode)} width={240} height={240} alt={t('twoStep.qr')} />
        <div className={styles.stack}>
          <p>{t('twoStep.byHand')}</p>
          <code className={twoStep.secret} aria-label={t('twoStep.secret')}>
            {inGroups(enrolment.secret)}
          </code>
          <div className={styles.actions}>
            <CopyButton text={enrolment.secret} label={t('twoStep.copySecret')} />
            {enrolment.uri.startsWith('otpauth://') && <a href={enrolment.uri}>{t('twoStep.open')}</a>}
          </div>
        </div>
      </div>
      <CodeField label={t('twoStep.code')} description={t('twoStep.codeHint')} name="code" length={codeLength} value={code} onChange={setCode} error={isWrong ? t('twoStep.wrong') : undefined} isRequired />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" isPending={confirm.isPending}>
          {t('twoStep.confirm')}
        </Button>
        <Button variant="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
      </div>
      {proven.dialog}
    </Form>
  );
}

function pictureOf(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}
