export interface Clock {
  now(): number;
  later(milliseconds: number, action: () => void): () => void;
}

// A longer time would run at once: browsers count it in 32 bits.
const longest = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  later(milliseconds, action) {
    const timer = setTimeout(action, Math.min(Math.max(0, milliseconds), longest));
    return () => clearTimeout(timer);
  },
};
