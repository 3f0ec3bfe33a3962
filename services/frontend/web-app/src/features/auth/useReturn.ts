import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { leaveFor } from '../../shell/leaveFor';
import { isElsewhere, safeReturn } from './returnPath';

/** Where to go on after signing in, and the step there. */
export function useReturn(): { path: string; goOn: (path?: string) => void } {
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const path = safeReturn(query.get('return'));
  const goOn = useCallback(
    (target: string = path) => {
      if (isElsewhere(target)) leaveFor(target);
      else void navigate(target, { replace: true });
    },
    [navigate, path],
  );
  return { path, goOn };
}
