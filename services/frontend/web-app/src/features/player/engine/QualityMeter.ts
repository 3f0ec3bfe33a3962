import type { QualityReport } from '../session/contract';

export interface Gauge {
  readonly playing: boolean;
  readonly waiting: boolean;
  readonly seeking: boolean;
  readonly started: boolean;
  readonly bitrate: number;
  readonly switches: number;
  readonly droppedFrames: number;
  readonly edge: string | null;
}

const mostErrors = 20;

/** Measures how well it goes from one heartbeat to the next (CTA-2066). */
export class QualityMeter {
  #played = 0;
  #stalls = 0;
  #stalled = 0;
  #bits = 0;
  #errors: string[] = [];
  #start: number | null = null;
  #startTold = false;
  #seenAt: number;
  #standing = false;
  #last: Gauge | null = null;
  #switches = 0;
  #dropped = 0;
  #owed: QualityReport | null = null;

  constructor(private readonly wishedAt: number) {
    this.#seenAt = wishedAt;
  }

  see(gauge: Gauge, now: number): void {
    const seconds = Math.max(0, now - this.#seenAt) / 1000;
    this.#seenAt = now;
    const before = this.#last;
    this.#last = gauge;
    if (before?.playing && !before.waiting) {
      this.#played += seconds;
      this.#bits += before.bitrate * seconds;
    }
    if (this.#standing) this.#stalled += seconds;
    const standing = gauge.started && gauge.playing && gauge.waiting && !gauge.seeking;
    if (standing && !this.#standing) this.#stalls++;
    this.#standing = standing;
    if (gauge.started) this.#start ??= now - this.wishedAt;
  }

  stumble(code: string): void {
    if (this.#errors.length < mostErrors) this.#errors.push(code.replace(/[^\w.:-]/g, '_').slice(0, 60));
  }

  /** Begins anew with the next one. */
  take(): QualityReport {
    const last = this.#last;
    const report = {
      playedSeconds: this.#played,
      startMilliseconds: this.#start !== null && !this.#startTold ? Math.min(600_000, Math.round(this.#start)) : null,
      stalls: this.#stalls,
      stalledSeconds: this.#stalled,
      bitrate: this.#played > 0 ? Math.round(this.#bits / this.#played) : 0,
      switches: Math.max(0, (last?.switches ?? 0) - this.#switches),
      droppedFrames: Math.max(0, (last?.droppedFrames ?? 0) - this.#dropped),
      errors: this.#errors,
      edge: last?.edge ?? null,
    };
    this.#startTold ||= report.startMilliseconds !== null;
    [this.#switches, this.#dropped] = [last?.switches ?? 0, last?.droppedFrames ?? 0];
    [this.#played, this.#stalls, this.#stalled, this.#bits, this.#errors] = [0, 0, 0, 0, []];
    const owed = this.#owed;
    this.#owed = null;
    return owed ? together(owed, report) : report;
  }

  giveBack(report: QualityReport): void {
    this.#owed = this.#owed ? together(this.#owed, report) : report;
  }
}

const longest = 24 * 3600;

function together(one: QualityReport, other: QualityReport): QualityReport {
  const playedSeconds = one.playedSeconds + other.playedSeconds;
  return {
    playedSeconds: Math.min(longest, playedSeconds),
    startMilliseconds: one.startMilliseconds ?? other.startMilliseconds,
    stalls: one.stalls + other.stalls,
    stalledSeconds: Math.min(longest, one.stalledSeconds + other.stalledSeconds),
    bitrate: playedSeconds > 0 ? Math.round((one.bitrate * one.playedSeconds + other.bitrate * other.playedSeconds) / playedSeconds) : 0,
    switches: one.switches + other.switches,
    droppedFrames: one.droppedFrames + other.droppedFrames,
    errors: [...one.errors, ...other.errors].slice(0, mostErrors),
    edge: other.edge ?? one.edge,
  };
}
