const patience = 1_500;

/** What is answered soon; else, or when there is no answer, what is usual: nobody waits for the picture because of it. */
export function soon<T>(ask: (() => Promise<T>) | undefined, usual: T): Promise<T> {
  if (!ask) return Promise.resolve(usual);
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(usual), patience);
    ask().then(resolve, () => resolve(usual)).finally(() => clearTimeout(timer));
  });
}
