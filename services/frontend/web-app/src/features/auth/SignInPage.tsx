import { Notice } from '@streamix/ui';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { AuthPage } from './AuthPage';
import { PasscodeStep } from './PasscodeStep';
import { PasswordStep } from './PasswordStep';
import { isGood, reasonOf } from './reasons';
import { withReturn } from './returnPath';
import { SecondFactorStep } from './SecondFactorStep';
import { signIn, type PasswordWish, type SecondFactor, type SignInAnswer } from './signIn';
import { useReturn } from './useReturn';
import { useTakeSession } from './useTakeSession';

type Step =
  | { kind: 'password' }
  | { kind: 'second-factor'; challenge: SecondFactor }
  | { kind: 'passcode'; accountId: string; wish: PasswordWish };

export function Component() {
  const { t } = useTranslation(['auth', 'proof']);
  const [query] = useSearchParams();
  const { path, goOn } = useReturn();
  const [step, setStep] = useState<Step>({ kind: 'password' });
  const [isOver, setOver] = useState(false);
  const reason = reasonOf(query.get('reason'));
  const takeSession = useTakeSession();

  const take = async ({ challenge, session }: SignInAnswer) => {
    if (challenge) setStep({ kind: 'second-factor', challenge });
    if (!session) return;
    await takeSession(session);
    goOn();
  };
  const startAgain = useCallback((over: boolean) => {
    setOver(over);
    setStep({ kind: 'password' });
  }, []);

  if (step.kind === 'passcode')
    return (
      <AuthPage title={t('passcode.title')} lead={t('passcode.unproven')}>
        <PasscodeStep accountId={step.accountId} email={step.wish.email} onProven={async () => take(await signIn(step.wish))} />
      </AuthPage>
    );

  if (step.kind === 'second-factor')
    return (
      <AuthPage title={t('second.title')} lead={t('second.lead')}>
        <SecondFactorStep challenge={step.challenge} onAnswer={take} onStartAgain={startAgain} />
      </AuthPage>
    );

  return (
    <AuthPage
      title={t('signIn.title')}
      footer={
        <>
          <Link to={withReturn('/sign-up', path)}>{t('signIn.signUp')}</Link>
          <Link to={withReturn('/forgot-password', path)}>{t('signIn.forgot')}</Link>
        </>
      }
    >
      {isOver && <Notice kind="warning">{t('second.over')}</Notice>}
      {!isOver && reason && <Notice kind={isGood(reason) ? 'good' : 'warning'}>{t(`reason.${reason}`)}</Notice>}
      <PasswordStep onAnswer={take} onUnproven={(accountId, wish) => setStep({ kind: 'passcode', accountId, wish })} />
    </AuthPage>
  );
}
