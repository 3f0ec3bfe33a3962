import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Complaint } from './complaints';

export interface DraftForm<D> {
  readonly draft: D;
  /** Changes a part; `name` is the place that was written at, whose fault may be told from now on. */
  change(part: Partial<D>, name?: string): void;
  errorOf(name: string): string | undefined;
  readonly isSound: boolean;
  /** From now on every fault is told, also where nothing was written. */
  tellAll(): void;
  reset(draft: D): void;
}

/** What one writes, checked while one writes it. A field that nobody has touched does not complain. */
export function useDraft<D>(initial: D, check: (draft: D) => Record<string, Complaint>): DraftForm<D> {
  const { t } = useTranslation('titles');
  const [draft, setDraft] = useState(initial);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [isTold, setTold] = useState(false);
  const wrong = check(draft);

  return {
    draft,
    change: (part, name) => {
      setDraft(now => ({ ...now, ...part }));
      if (name) setTouched(now => new Set(now).add(name));
    },
    errorOf: name => {
      const complaint = isTold || touched.has(name) ? wrong[name] : undefined;
      return complaint && t(`wrong.${complaint.word}`, complaint.values);
    },
    isSound: Object.keys(wrong).length === 0,
    tellAll: () => setTold(true),
    reset: next => { setDraft(next); setTouched(new Set()); setTold(false); },
  };
}

/** The list with one entry replaced. */
export const replaced = <T>(list: readonly T[], index: number, part: Partial<T>): T[] => list.map((one, i) => i === index ? { ...one, ...part } : one);
export const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, i) => i !== index);
