import type { Failure } from '../errors/failure';

/** As much of Shaka's error as is read. */
export interface EngineError {
  readonly category: number;
  readonly code: number;
  readonly severity: number;
  readonly data: readonly unknown[];
}

const categories = { network: 1, media: 3, manifest: 4, drm: 6 } as const;
const codes = {
  badStatus: 1001, unsupportedByBrowser: 4032, restrictionsCannotBeMet: 4012,
  noRecognisedKeySystem: 6000, keySystemUnavailable: 6001, failedToCreateCdm: 6002, failedToAttach: 6003, licenceFailed: 6007, expired: 6014,
} as const;
const critical = 2;

export function isCritical(error: EngineError): boolean {
  return error.severity === critical;
}

/** The HTTP status of a request that failed, also of one for a licence, whose error stands within. */
export function statusOf(error: EngineError): number | null {
  const inner: unknown = error.data[0];
  if (error.code === codes.licenceFailed && isEngineError(inner)) return statusOf(inner);
  return error.code === codes.badStatus && typeof error.data[1] === 'number' ? error.data[1] : null;
}

/** What is wrong is the manifest, as it stands or for this browser; not the way to it, and no key. Over some the parser itself breaks. */
export function isManifestTrouble(error: unknown): boolean {
  return !isEngineError(error) || (error.category === categories.manifest && error.code !== codes.restrictionsCannotBeMet);
}

export function failureOf(error: unknown, online: boolean): Failure {
  if (!isEngineError(error)) return { code: 'unknown', technical: error instanceof Error ? error.name : 'player' };
  return { code: codeOf(error, online), technical: technicalOf(error) };
}

export function technicalOf(error: EngineError): string {
  const status = statusOf(error);
  return status ? `${error.code}-${status}` : String(error.code);
}

export function isEngineError(error: unknown): error is EngineError {
  return typeof error === 'object' && error !== null && 'category' in error && 'code' in error && typeof error.code === 'number' && 'data' in error && Array.isArray(error.data);
}

function codeOf(error: EngineError, online: boolean): Failure['code'] {
  if (error.category === categories.network) return networkCode(error, online);
  if (error.code === codes.restrictionsCannotBeMet) return restricted(error);
  if (error.code === codes.unsupportedByBrowser) return 'unsupported';
  if (error.category === categories.drm) return drmCode(error);
  return error.category === categories.media ? 'media' : 'unknown';
}

function networkCode(error: EngineError, online: boolean): Failure['code'] {
  if (!online) return 'offline';
  const status = statusOf(error);
  if (status === 410 || status === 404) return 'playback-ended';
  return status !== null && status >= 500 ? 'unavailable' : 'network';
}

function drmCode(error: EngineError): Failure['code'] {
  if (error.code === codes.licenceFailed || error.code === codes.expired) return 'licence-refused';
  const unavailable: readonly number[] = [codes.noRecognisedKeySystem, codes.keySystemUnavailable, codes.failedToCreateCdm, codes.failedToAttach];
  return unavailable.includes(error.code) ? 'drm-unsupported' : 'licence-refused';
}

function restricted({ data }: EngineError): Failure['code'] {
  const told: unknown = data[0];
  const statuses: unknown = typeof told === 'object' && told !== null && 'restrictedKeyStatuses' in told ? told.restrictedKeyStatuses : [];
  return Array.isArray(statuses) && statuses.some(status => String(status).startsWith('output-')) ? 'output-protection' : 'licence-refused';
}
