import { Button } from '@streamix/ui';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PinInput } from '../../profiles/PinInput';
import { isPin } from '../../profiles/pins';
import { useSurroundings } from '../state/PlayerContext';
import styles from './FailureScreen.module.css';

export function PinPrompt({ wrong, attemptsLeft }: { wrong: boolean; attemptsLeft: number | undefined }) {
  const { t } = useTranslation('player');
  const { controller } = useSurroundings();
  const [pin, setPin] = useState('');
  const error = !wrong || pin ? undefined : attemptsLeft ? t('pin.wrongLeft', { count: attemptsLeft }) : t('pin.wrong');
  const enter = (event: FormEvent) => {
    event.preventDefault();
    if (isPin(pin)) void controller.start({ pin });
  };
  return (
    <form className={styles.pin} onSubmit={enter}>
      <PinInput label={t('pin.label')} value={pin} onChange={setPin} error={error} autoFocus />
      <Button type="submit" variant="primary" isDisabled={!isPin(pin)}>{t('pin.enter')}</Button>
    </form>
  );
}
