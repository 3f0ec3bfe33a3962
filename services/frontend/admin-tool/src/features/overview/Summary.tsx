import { Card, LinkButton } from '@streamix/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface SummaryProps {
  title: string;
  to: string;
  children: ReactNode;
}

/** A card of the overview, and the way to all of it. */
export function Summary({ title, to, children }: SummaryProps) {
  const { t } = useTranslation('operations');
  return <Card as="section" title={title} actions={<LinkButton size="small" variant="quiet" to={to} aria-label={t('openOf', { what: title })}>{t('open')}</LinkButton>}>{children}</Card>;
}
