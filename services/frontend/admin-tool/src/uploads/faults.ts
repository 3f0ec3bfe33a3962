/** Why a part did not arrive. `expired`: its address is over, ask for another; `network`: try again later; `refused`: the store will not have it. */
export type FaultKind = 'expired' | 'network' | 'refused';

export class PartFault extends Error {
  constructor(readonly kind: FaultKind, message: string, readonly status?: number) {
    super(message);
    this.name = 'PartFault';
  }

  static of(status: number): PartFault {
    if (status === 403) return new PartFault('expired', 'the address of the part is not good any more', status);
    const passing = status === 408 || status === 429 || status >= 500;
    return new PartFault(passing ? 'network' : 'refused', `the store answered ${status}`, status);
  }
}
