import { Notice } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { AuthPage } from './AuthPage';
import { PasscodeStep } from './PasscodeStep';
import { withReturn } from './returnPath';
import { signIn } from './signIn';
import { SignUpForm, type SignedUp } from './SignUpForm';
import { useReturn } from './useReturn';
import { useTakeSession } from './useTakeSession';

export function Component() {
  const { t } = useTranslation('auth');
  const { path, goOn } = useReturn();
  const navigate = useNavigate();
  const takeSession = useTakeSession();
  const [registered, setRegistered] = useState<SignedUp | null>(null);

  /** The address is proven then, whatever becomes of the sign-in: where that fails somebody types the password once more. */
  const enter = async ({ email, password }: SignedUp) => {
    const answer = await signIn({ email, password, persistent: true }).catch(() => null);
    if (!answer?.session) return navigate(withReturn('/sign-in?reason=confirmed', path), { replace: true });
    await takeSession(answer.session);
    goOn(withReturn('/profiles', path));
  };

  if (registered)
    return (
      <AuthPage title={t('passcode.title')} footer={<Link to={withReturn('/sign-in', path)}>{t('signUp.signIn')}</Link>}>
        <PasscodeStep
          accountId={registered.accountId}
          email={registered.email}
          isFresh
          onProven={async () => void (await enter(registered))}
        />
        <Notice>{t('signUp.known')}</Notice>
      </AuthPage>
    );

  return (
    <AuthPage
      title={t('signUp.title')}
      lead={t('signUp.lead')}
      footer={<Link to={withReturn('/sign-in', path)}>{t('signUp.signIn')}</Link>}
    >
      <SignUpForm onRegistered={setRegistered} />
    </AuthPage>
  );
}
