import type { Position } from './contract';

export const mostPositions = 500;

/** Positions that the history has not kept yet, oldest first. */
export class PositionQueue {
  #waiting: readonly Position[];

  constructor(waiting: readonly Position[] = []) {
    this.#waiting = waiting.slice(-mostPositions);
  }

  get waiting(): readonly Position[] {
    return this.#waiting;
  }

  add(position: Position): void {
    this.#waiting = [...this.#waiting, position].slice(-mostPositions);
  }

  kept(positions: readonly Position[]): void {
    const gone = new Set(positions);
    this.#waiting = this.#waiting.filter(position => !gone.has(position));
  }
}
