import { Button, LinkButton, useFormat } from '@streamix/ui';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useSurroundings } from '../state/PlayerContext';
import styles from './FailureScreen.module.css';
import type { Failure } from './failure';
import { PinPrompt } from './PinPrompt';
import { type Remedy, remedies } from './screens';
import { StreamsList } from './StreamsList';
import { useWaited } from './useWaited';

/** Says what is wrong, and what to do. */
export function FailureScreen({ failure, titleId }: { failure: Failure; titleId: string }) {
  const { t } = useTranslation('player');
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  const all = remedies[failure.code];
  useEffect(() => heading.current?.focus(), [failure]);
  return (
    <div className={styles.screen} role="alert" data-testid="failure" data-code={failure.code}>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>{t(`errors.${failure.code}.title`)}</h2>
      <p className={styles.body}>{t(`errors.${failure.code}.body`)}</p>
      {failure.at && <p className={styles.body}>{t(failure.code === 'not-yet' ? 'errors.from' : 'errors.until', { date: format.dateTime(failure.at) })}</p>}
      {all.includes('enter-pin') && <PinPrompt key={failure.attemptsLeft} attemptsLeft={failure.attemptsLeft} wrong={failure.code === 'pin-wrong'} />}
      {failure.streams && failure.streams.length > 0 && <StreamsList streams={failure.streams} />}
      <div className={styles.actions}>
        {all.map((remedy, index) => <RemedyButton key={remedy} remedy={remedy} first={index === 0} failure={failure} titleId={titleId} />)}
      </div>
      {failure.technical && <p className={styles.technical} dir="ltr">{failure.technical}</p>}
    </div>
  );
}

interface RemedyProps {
  remedy: Remedy;
  first: boolean;
  failure: Failure;
  titleId: string;
}

function RemedyButton({ remedy, first, failure, titleId }: RemedyProps) {
  const { t } = useTranslation('player');
  const { controller } = useSurroundings();
  const { pathname } = useLocation();
  const wait = useWaited(failure.retryAfterSeconds ?? 0);
  const variant = first ? 'primary' : 'secondary';
  const back = encodeURIComponent(pathname);
  switch (remedy) {
    case 'retry':
      return <Button variant={variant} isDisabled={wait > 0} onPress={() => controller.retry()}>{wait > 0 ? t('remedies.retryIn', { count: wait }) : t('remedies.retry')}</Button>;
    case 'go-on': return <Button variant={variant} onPress={() => controller.retry()}>{t('remedies.goOn')}</Button>;
    case 'sign-in': return <LinkButton variant={variant} to={`/sign-in?reason=${failure.code}&return=${back}`}>{t('remedies.signIn')}</LinkButton>;
    case 'pick-profile': return <LinkButton variant={variant} to={`/profiles?return=${back}`}>{t('remedies.pickProfile')}</LinkButton>;
    case 'account': return <LinkButton variant={variant} to="/account">{t('remedies.account')}</LinkButton>;
    case 'browse': return <LinkButton variant={variant} to={failure.code === 'no-such-title' ? '/' : `/titles/${titleId}`}>{t('remedies.browse')}</LinkButton>;
    case 'enter-pin': case 'stop-other': return null;
  }
}
