import type { Facet } from '../catalogue/model';
import { manyFilters, type ManyFilter, type SearchState } from './state';

export interface FacetGroup {
  name: ManyFilter;
  values: { value: string; count: number; isChosen: boolean }[];
}

const mostValues = 12;

/** What can be chosen, with how much there is of it. What is chosen is there even when nothing has it. */
export function facetGroups(facets: readonly Facet[], state: SearchState): FacetGroup[] {
  return manyFilters.map(name => {
    const counted = facets.find(facet => facet.name === name)?.values ?? [];
    const chosen = state[name].filter(value => !counted.some(c => c.value === value)).map(value => ({ value, count: 0 }));
    const values = [...counted.filter((c, index) => index < mostValues || state[name].includes(c.value)), ...chosen];
    return { name, values: values.map(v => ({ ...v, isChosen: state[name].includes(v.value) })) };
  }).filter(({ values }) => values.length > 0);
}

/** Decades, the latest first. */
export function decadesOf(facets: readonly Facet[], chosen: number | null): { year: number; count: number }[] {
  const counted = (facets.find(facet => facet.name === 'decade')?.values ?? []).map(({ value, count }) => ({ year: Number(value), count }));
  const all = chosen === null || counted.some(({ year }) => year === chosen) ? counted : [...counted, { year: chosen, count: 0 }];
  return all.sort((a, b) => b.year - a.year);
}
