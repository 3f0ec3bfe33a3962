import { StepUpCancelled, useStepUp } from '@streamix/account';
import { isProblem } from '@streamix/api';
import { toast, useServerWords } from '@streamix/ui';
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Acting {
  /** Does it and says how it went; throws when it was not done. */
  act: <T>(deed: () => Promise<T>, done?: string) => Promise<T>;
  /** To be rendered wherever `act` is used. */
  proof: ReactNode;
}

/** For whatever an operator does: asks for a fresh proof where the API wants one, and reads anew what it may have changed. */
export function useAct(touches: QueryKey): Acting {
  const { t } = useTranslation('operations');
  const client = useQueryClient();
  const said = useServerWords();
  const stepUp = useStepUp();

  const complain = (error: unknown) => {
    if (error instanceof StepUpCancelled) return;
    const detail = isProblem(error) && (error.status === 409 || error.status === 403 || error.status === 422) ? said(Object.values(error.errors).flat().join(' ') || error.detail) : undefined;
    toast(detail ? t('actRefused', { detail }) : isProblem(error) && error.offline ? t('actOffline') : t('actFailed'), { kind: 'danger' });
  };

  const act = async <T,>(deed: () => Promise<T>, done?: string): Promise<T> => {
    try {
      const result = await stepUp.run(deed);
      if (done) toast(done, { kind: 'success' });
      return result;
    } catch (error) {
      complain(error);
      throw error;
    } finally {
      await client.invalidateQueries({ queryKey: touches });
    }
  };
  return { act, proof: stepUp.dialog };
}
