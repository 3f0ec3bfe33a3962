import { isProblem } from '@streamix/api';
import type { TFunction } from 'i18next';

export const shortestPin = 4;
export const longestPin = 6;

export class PinCancelled extends Error {
  constructor() {
    super('the PIN was not given');
    this.name = 'PinCancelled';
  }
}

/** The digits of what was typed: Arabic keyboards type digits of their own. */
export function pinOf(typed: string): string {
  const latin = typed.replace(/[٠-٩۰-۹]/g, digit => String((digit.codePointAt(0) ?? 0) & 0xf));
  return latin.replace(/\D/g, '').slice(0, longestPin);
}

export function isPin(pin: string): boolean {
  return pin.length >= shortestPin && pin.length <= longestPin;
}

/** Whether this is about the PIN alone, so that another one may be tried. */
export function isAboutPin(error: unknown): boolean {
  return isProblem(error, 'pin-required') || isProblem(error, 'pin-wrong') || isLocked(error);
}

/** After wrong PINs the next one is not looked at for a while. */
export function isLocked(error: unknown): boolean {
  return isProblem(error) && error.status === 429;
}

/** What to say of a wrong PIN, with the tries that are left. */
export function sayWrongPin(error: unknown, t: TFunction<'profiles'>): string | undefined {
  if (!isProblem(error, 'pin-wrong')) return undefined;
  const left = error.extensions['attemptsLeft'];
  return typeof left === 'number' && left > 0 ? t('pin.wrongLeft', { left }) : t('pin.wrong');
}

/**
 * With the last try a rest begins, and only the next answer says how long it is: it is refused before its PIN is looked at.
 * So that answer is what one gets of the last try.
 */
export async function untilRest<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!isProblem(error, 'pin-wrong') || error.extensions['attemptsLeft'] !== 0) throw error;
    return attempt();
  }
}
