import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, troubleOf, type Trouble } from '../../problem/problem';
import { useCountdown } from '../../problem/useCountdown';
import { Button } from '../Button/Button';
import { EmptyState } from '../EmptyState/EmptyState';
import { Icon, type IconName } from '../Icon/Icon';

export interface ErrorStateProps {
  error: unknown;
  onRetry?: (() => unknown) | undefined;
  isRetrying?: boolean | undefined;
  title?: string | undefined;
  body?: string | undefined;
  action?: ReactNode;
  level?: 2 | 3 | undefined;
}

const icons: Record<Trouble, IconName> = {
  offline: 'wifi-off',
  forbidden: 'lock',
  missing: 'search',
  busy: 'clock',
  conflict: 'people',
  refused: 'warning',
  server: 'warning',
  unknown: 'warning',
};

export function ErrorState({ error, onRetry, isRetrying, title, body, action, level }: ErrorStateProps) {
  const { t } = useTranslation('ui');
  const trouble = troubleOf(error);
  const wait = useCountdown(asProblem(error)?.retryAfterSeconds ?? 0, error);

  return (
    <div role="alert">
      <EmptyState
        icon={icons[trouble]}
        level={level}
        title={title ?? t(`errors.${trouble}.title`)}
        body={body ?? t(`errors.${trouble}.body`)}
        action={
          <>
            {onRetry && (
              <Button
                variant="primary"
                icon={<Icon name="refresh" />}
                isDisabled={wait > 0}
                isPending={isRetrying ?? false}
                onPress={() => void onRetry()}
              >
                {wait > 0 ? t('tryAgainIn', { seconds: wait }) : t('tryAgain')}
              </Button>
            )}
            {action}
          </>
        }
      />
    </div>
  );
}
