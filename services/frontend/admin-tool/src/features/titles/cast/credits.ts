import { Findings, type Complaints } from '../details/complaints';
import { limits } from '../details/limits';
import type { Content } from '../catalog';

export interface CreditDraft { personId: string; department: string; character: string }
export interface CreditsDraft { credits: readonly CreditDraft[] }

export const creditsOf = ({ credits = [] }: Content): CreditsDraft => ({
  credits: credits.map(({ personId, department, character }) => ({ personId, department, character: character ?? '' })),
});

/** In the order of billing; only the cast plays somebody. */
export const toCredits = ({ credits }: CreditsDraft) => credits.map(({ personId, department, character }) => ({
  personId, department, character: department === 'cast' ? character.trim() || null : null,
}));

export function creditComplaints({ credits }: CreditsDraft): Complaints {
  const found = new Findings();
  credits.forEach(({ character }, i) => found.line(`credits[${i}].character`, character, limits.title, true));
  return found.distinct(toCredits({ credits }).map(({ personId, department, character }) => JSON.stringify([personId, department, character])), i => `credits[${i}].department`).all;
}

/** The list with one entry at another place; places beyond the ends are the ends. */
export function reordered<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  const moving = list[from];
  if (moving === undefined) return [...list];
  rest.splice(Math.min(Math.max(to, 0), rest.length), 0, moving);
  return rest;
}
