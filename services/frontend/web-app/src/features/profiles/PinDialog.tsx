import { explainBy, isProblem } from '@streamix/api';
import { Button, Dialog, Form } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWait } from '../auth/useWait';
import { isLocked, isPin, sayWrongPin, untilRest } from './pins';
import { PinInput } from './PinInput';
import styles from './ProfileForm.module.css';

interface PinDialogProps {
  /** Whose PIN it is; closed without. */
  name: string | null;
  onSubmit: (pin: string) => Promise<unknown>;
  onCancel: () => void;
}

export function PinDialog({ name, onSubmit, onCancel }: PinDialogProps) {
  const { t } = useTranslation('profiles');
  return (
    <Dialog
      size="small"
      title={t('pin.of', { name: name ?? '' })}
      isOpen={name !== null}
      onOpenChange={isOpen => {
        if (!isOpen) onCancel();
      }}
    >
      {/* Events of a dialog rise to the form that it was asked in. */}
      <div onSubmit={event => event.stopPropagation()}>
        <PinForm onSubmit={onSubmit} />
      </div>
    </Dialog>
  );
}

function PinForm({ onSubmit }: Pick<PinDialogProps, 'onSubmit'>) {
  const { t } = useTranslation('profiles');
  const [pin, setPin] = useState('');
  const [isTried, setTried] = useState(false);
  const rest = useWait();
  const entry = useMutation({
    mutationFn: (given: string) => untilRest(() => onSubmit(given)),
    onError: error => {
      setPin('');
      if (isProblem(error) && isLocked(error)) rest.start(error.retryAfterSeconds ?? 60);
    },
  });
  const submit = () => {
    setTried(!isPin(pin));
    if (isPin(pin) && rest.left === 0) entry.mutate(pin);
  };

  const wrong = sayWrongPin(entry.error, t);
  const locked = rest.left > 0 ? t('pin.locked', { seconds: rest.left }) : undefined;
  const short = isTried && !isPin(pin) ? t('pin.form') : undefined;
  return (
    <Form
      className={styles.fields}
      error={entry.error}
      explain={explainBy({ 'pin-wrong': wrong ?? '', 429: t('pin.lockedBriefly'), 404: t('pick.gone') })}
      onSubmit={submit}
    >
      <PinInput label={t('pin.label')} value={pin} onChange={setPin} error={locked ?? short ?? (pin === '' ? wrong : undefined)} autoFocus />
      <Button type="submit" variant="primary" isWide isDisabled={rest.left > 0} isPending={entry.isPending}>
        {t('pin.enter')}
      </Button>
    </Form>
  );
}
