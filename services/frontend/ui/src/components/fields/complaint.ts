import type { TFunction } from 'i18next';

/** The browser's own finding in the application's words and language. */
export function complaintOf(found: ValidityState, t: TFunction<'ui'>) {
  if (found.valueMissing) return t('required');
  if (found.typeMismatch) return t('emailWrong');
  if (found.tooShort) return t('tooShort');
  if (found.tooLong) return t('tooLong');
  if (found.rangeOverflow || found.rangeUnderflow) return t('outOfRange');
  if (found.patternMismatch || found.badInput || found.stepMismatch) return t('wrongForm');
  return undefined;
}
