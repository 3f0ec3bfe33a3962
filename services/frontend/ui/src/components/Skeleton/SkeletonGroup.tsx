import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../VisuallyHidden/VisuallyHidden';

/** Says once, for all the skeletons inside, that something is coming. */
export function SkeletonGroup({ children, label, className }: { children: ReactNode; label?: string; className?: string }) {
  const { t } = useTranslation('ui');
  return (
    <div role="status" aria-busy="true" className={className}>
      <VisuallyHidden>{label ?? t('loading')}</VisuallyHidden>
      {children}
    </div>
  );
}
