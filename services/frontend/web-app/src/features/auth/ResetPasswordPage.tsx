import { isProblem } from '@streamix/api';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { AuthPage } from './AuthPage';
import { ResetForm } from './ResetForm';
import { ResetLinkForm } from './ResetLinkForm';
import { resetTokenOf } from './resets';

export function Component() {
  const { t } = useTranslation('auth');
  const navigate = useNavigate();
  const { hash, search } = useLocation();
  const [token, setToken] = useState(() => resetTokenOf(hash) ?? resetTokenOf(search.slice(1)));
  const [isOver, setOver] = useState(false);

  // The token opens the account: it stays neither in the address bar nor in the history.
  useEffect(() => {
    if (hash !== '' || search !== '') void navigate('/reset-password', { replace: true });
  }, [hash, search, navigate]);

  const failed = (error: unknown) => {
    if (!isProblem(error) || error.errors['token'] === undefined) return;
    setOver(true);
    setToken(null);
  };

  return (
    <AuthPage
      title={t('reset.title')}
      footer={
        <>
          <Link to="/sign-in">{t('backToSignIn')}</Link>
          <Link to="/forgot-password">{t('reset.another')}</Link>
        </>
      }
    >
      {token === null ? (
        <ResetLinkForm isOver={isOver} onToken={setToken} />
      ) : (
        <ResetForm token={token} onFailed={failed} onDone={() => void navigate('/sign-in?reason=password-reset', { replace: true })} />
      )}
    </AuthPage>
  );
}
