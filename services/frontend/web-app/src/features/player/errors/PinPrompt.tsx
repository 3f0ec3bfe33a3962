import { Button, PinField } from '@streamix/ui';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSurroundings } from '../state/PlayerContext';
import styles from './FailureScreen.module.css';

const digits = 4;

export function PinPrompt({ wrong, attemptsLeft }: { wrong: boolean; attemptsLeft: number | undefined }) {
  const { t } = useTranslation('player');
  const { controller } = useSurroundings();
  const [pin, setPin] = useState('');
  const error = !wrong || pin ? undefined : attemptsLeft === undefined ? t('pin.wrong') : t('pin.wrongLeft', { count: attemptsLeft });
  const enter = (event: FormEvent) => {
    event.preventDefault();
    if (pin.length === digits) void controller.start({ pin });
  };
  return (
    <form className={styles.pin} onSubmit={enter}>
      <PinField label={t('pin.label')} length={digits} value={pin} onChange={setPin} error={error} autoFocus />
      <Button type="submit" variant="primary" isDisabled={pin.length < digits}>{t('pin.enter')}</Button>
    </form>
  );
}
