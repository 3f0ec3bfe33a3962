import { isProblem, type ApiProblem } from './problem';

type Words = Record<number | string, string>;

/** The page's own sentence for a problem, by its code or else by its status; undefined where the general ones will do. */
export function explainBy(words: Words): (error: unknown) => string | undefined {
  return error => (isProblem(error) ? (words[error.code ?? ''] ?? words[error.status]) : undefined);
}

export function hasStatus(error: unknown, status: number): error is ApiProblem {
  return isProblem(error) && error.status === status;
}
