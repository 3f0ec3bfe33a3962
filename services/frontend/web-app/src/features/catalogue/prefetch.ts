import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { titleQuery } from './queries';

const lingering = 90;

/** Reads a title's page ahead for those who linger on its card, by pointer or by keyboard. */
export function usePrefetchTitle(id: string) {
  const client = useQueryClient();
  const { i18n } = useTranslation('catalogue');
  const language = i18n.language;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  return useMemo(() => {
    const leave = () => clearTimeout(timer.current);
    const linger = () => {
      leave();
      timer.current = setTimeout(() => {
        void client.prefetchQuery(titleQuery(language, id));
        import('../title/TitlePage').catch(() => undefined);
      }, lingering);
    };
    return { onPointerEnter: linger, onFocus: linger, onPointerLeave: leave, onBlur: leave };
  }, [client, id, language]);
}
