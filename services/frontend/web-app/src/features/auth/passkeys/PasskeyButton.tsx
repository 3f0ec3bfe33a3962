import { PasskeyChoice, passkeysSupported } from '@streamix/account';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import styles from '../AuthPage.module.css';
import { signInWithPasskey, type SignInAnswer } from '../signIn';

interface PasskeyButtonProps {
  persistent: boolean;
  onAnswer: (answer: SignInAnswer) => Promise<void> | void;
  pause: () => void;
  resume: () => void;
}

export function PasskeyButton({ persistent, onAnswer, pause, resume }: PasskeyButtonProps) {
  const { t } = useTranslation('auth');
  const attempt = useMutation({
    mutationFn: () => signInWithPasskey(persistent, new AbortController().signal),
    onMutate: pause,
    onSuccess: onAnswer,
    onError: resume,
  });
  if (!passkeysSupported()) return null;

  return (
    <>
      <div className={styles.divider}>{t('or')}</div>
      <PasskeyChoice isPending={attempt.isPending} error={attempt.error} onPress={() => attempt.mutate()} />
    </>
  );
}
