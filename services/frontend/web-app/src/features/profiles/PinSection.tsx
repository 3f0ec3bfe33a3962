import { useStepUp } from '@streamix/account';
import { explainBy, isProblem } from '@streamix/api';
import { Button, Card, Form, toast } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWait } from '../auth/useWait';
import { PinInput } from './PinInput';
import { isLocked, isPin, sayWrongPin, untilRest } from './pins';
import styles from './ProfileForm.module.css';
import { removePin, setPin, type Profile } from './profilesApi';
import { unlessCancelled } from './useSave';

interface PinSectionProps {
  profile: Profile;
  onChanged: () => unknown;
}

type Change = 'set' | 'remove';

export function PinSection({ profile, onChanged }: PinSectionProps) {
  const { t } = useTranslation('profiles');
  const stepUp = useStepUp();
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [isTried, setTried] = useState(false);
  const rest = useWait();

  const change = useMutation({
    mutationFn: (kind: Change) => {
      const known = present === '' ? undefined : present;
      const act = () => (kind === 'set' ? setPin(profile.id, next, known) : removePin(profile.id, known));
      return unlessCancelled(() => stepUp.run(async () => ({ kind, done: await untilRest(act) })));
    },
    onSuccess: async done => {
      if (done === null) return;
      for (const clear of [setPresent, setNext, setAgain]) clear('');
      setTried(false);
      toast(t(done.kind === 'set' ? 'pin.isSet' : 'pin.isRemoved'), { kind: 'success' });
      await onChanged();
    },
    onError: error => {
      if (isProblem(error) && isLocked(error)) rest.start(error.retryAfterSeconds ?? 60);
    },
  });
  const submit = () => {
    setTried(true);
    if (isPin(next) && again === next) change.mutate('set');
  };
  const wrong = rest.left > 0 ? t('pin.locked', { seconds: rest.left }) : sayWrongPin(change.error, t);

  return (
    <Card as="section" title={t('pin.title')}>
      <Form
        className={styles.fields}
        error={change.error}
        explain={explainBy({ 'pin-wrong': wrong ?? '', 429: t('pin.lockedBriefly'), 412: t('form.stale') })}
        onSubmit={submit}
      >
        <p className={styles.hint}>{t(profile.hasPin ? 'pin.has' : 'pin.hasNot')}</p>
        {profile.hasPin && (
          <PinInput label={t('pin.present')} description={t('pin.presentHint')} value={present} onChange={setPresent} error={wrong} />
        )}
        <PinInput label={t('pin.next')} description={t('pin.form')} value={next} onChange={setNext} error={isTried && !isPin(next) ? t('pin.form') : undefined} />
        <PinInput label={t('pin.again')} value={again} onChange={setAgain} error={isTried && isPin(next) && again !== next ? t('pin.differs') : undefined} />
        <div className={styles.row}>
          <Button type="submit" isPending={change.isPending && change.variables === 'set'}>
            {t(profile.hasPin ? 'pin.change' : 'pin.set')}
          </Button>
          {profile.hasPin && (
            <Button variant="quiet" isPending={change.isPending && change.variables === 'remove'} onPress={() => change.mutate('remove')}>
              {t('pin.remove')}
            </Button>
          )}
        </div>
      </Form>
      {stepUp.dialog}
    </Card>
  );
}
