/** What the API asks for before it does a thing: a fresh proof of who one is (RFC 9470). */
export interface StepUp {
  acr: string | null;
  maxAgeSeconds: number | null;
}

export interface ProblemFacts {
  status: number;
  code?: string | null;
  title?: string;
  detail?: string;
  errors?: Record<string, string[]>;
  reason?: string | null;
  retryAfterSeconds?: number | null;
  stepUp?: StepUp | null;
  traceId?: string | null;
  extensions?: Record<string, unknown>;
  offline?: boolean;
}

/** An answer that is no success (RFC 9457), or none at all: then it is offline and its status 0. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string | null;
  readonly title: string;
  readonly detail: string;
  readonly errors: Record<string, string[]>;
  readonly reason: string | null;
  readonly retryAfterSeconds: number | null;
  readonly stepUp: StepUp | null;
  readonly traceId: string | null;
  /** Every other member of the problem, as attemptsLeft. */
  readonly extensions: Record<string, unknown>;
  readonly offline: boolean;

  constructor(facts: ProblemFacts, cause?: unknown) {
    super(facts.detail || facts.title || `Status ${facts.status}`, { cause });
    this.name = 'ApiProblem';
    this.status = facts.status;
    this.code = facts.code ?? null;
    this.title = facts.title ?? '';
    this.detail = facts.detail ?? '';
    this.errors = facts.errors ?? {};
    this.reason = facts.reason ?? null;
    this.retryAfterSeconds = facts.retryAfterSeconds ?? null;
    this.stepUp = facts.stepUp ?? null;
    this.traceId = facts.traceId ?? null;
    this.extensions = facts.extensions ?? {};
    this.offline = facts.offline ?? false;
  }

  static offline(cause?: unknown): ApiProblem {
    return new ApiProblem({ status: 0, offline: true, title: 'The platform cannot be reached.' }, cause);
  }
}

export function isProblem(error: unknown, code?: string): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.code === code);
}
