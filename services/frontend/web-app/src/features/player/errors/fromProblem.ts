import { type Failure, isFailureCode, type OtherStream } from './failure';

/** What an answer of the API means to the viewer. */
export function fromProblem(error: unknown, withPin = false): Failure {
  const status = Number(member(error, 'status') ?? 0);
  const retryAfterSeconds = numberOf(member(error, 'retryAfterSeconds'));
  if (member(error, 'offline') === true) return { code: 'offline' };
  if (status === 401) return { code: 'signed-out' };
  if (status === 429) return { code: withPin ? 'pin-locked' : 'too-many-requests', ...retryAfterSeconds !== undefined && { retryAfterSeconds } };
  if (status === 410) return overBecause(error);
  const code = member(error, 'code');
  if (isFailureCode(code)) return refused(code, error);
  if (status === 404) return { code: 'no-such-title' };
  if (status >= 500) return { code: 'unavailable', ...retryAfterSeconds !== undefined && { retryAfterSeconds } };
  const technical = technicalOf(error, status);
  return { code: 'unknown', ...technical && { technical } };
}

/** What a heartbeat's answer says of the end. */
export function fromEnd(reason: string | null, code: string | null): Failure {
  if (isFailureCode(code)) return { code };
  return { code: isFailureCode(reason) ? reason : 'playback-ended' };
}

function overBecause(error: unknown): Failure {
  const code = member(error, 'code');
  if (code !== 'playback-ended' && isFailureCode(code)) return { code };
  return fromEnd(stringOf(member(error, 'reason')), stringOf(member(error, 'endCode')));
}

function refused(code: Failure['code'], error: unknown): Failure {
  const attemptsLeft = numberOf(member(error, 'attemptsLeft'));
  const at = dateIn(stringOf(member(error, 'detail')));
  return {
    code,
    ...code === 'too-many-streams' && { streams: streamsOf(member(error, 'streams')) },
    ...attemptsLeft !== undefined && { attemptsLeft },
    ...at && { at },
  };
}

/** The sentence tells the day in English; it is shown in the viewer's own way. */
export function dateIn(sentence: string | null): Date | undefined {
  const written = /(\d{1,2} \p{L}+ \d{4}), (\d{2}:\d{2}) UTC/u.exec(sentence ?? '');
  const date = written && new Date(`${written[1]} ${written[2]} UTC`);
  return date && !Number.isNaN(date.getTime()) ? date : undefined;
}

function streamsOf(value: unknown): readonly OtherStream[] {
  return Array.isArray(value) ? value.flatMap(one => {
    const [playbackId, deviceName, titleId] = ['playbackId', 'deviceName', 'titleId'].map(name => stringOf(member(one, name)));
    return playbackId && titleId ? [{ playbackId, titleId, deviceName: deviceName ?? '', since: stringOf(member(one, 'since')) }] : [];
  }) : [];
}

/** Members of the problem beyond the usual ones may stand beside them or in a bag of their own. */
function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const own: unknown = Reflect.get(value, name);
  if (own !== undefined) return own;
  const bag: unknown = Reflect.get(value, 'extensions');
  return typeof bag === 'object' && bag !== null ? Reflect.get(bag, name) : undefined;
}

function technicalOf(error: unknown, status: number): string | null {
  if (status > 0) return `HTTP ${status}`;
  return error instanceof Error ? error.name : null;
}

const numberOf = (value: unknown) => typeof value === 'number' && Number.isFinite(value) ? value : undefined;
const stringOf = (value: unknown) => typeof value === 'string' ? value : null;
