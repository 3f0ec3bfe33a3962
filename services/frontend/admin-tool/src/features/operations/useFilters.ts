import { useSearchParams } from 'react-router';
import { readFilters, writeFilters, type Filters } from './filters';

/** The filters of a page: the address is where they live. */
export function useFilters<F extends string>(fields: readonly F[], known?: Partial<Record<F, readonly string[]>>) {
  const [address, setAddress] = useSearchParams();
  const filters = readFilters(fields, address, known);
  const go = (next: Filters<F>) => setAddress(writeFilters(fields, next), { replace: true, preventScrollReset: true });
  return {
    filters,
    isNarrowed: Object.keys(filters).length > 0,
    change: (part: Filters<F>) => go({ ...filters, ...part }),
    clear: () => go({}),
  };
}
