/** The catalog's own limits. */
export const limits = {
  title: 300, tagline: 300, synopsis: 8000, label: 20, source: 30, externalId: 120, slug: 120, language: 35,
  firstYear: 1874, lastYear: 2200, highestAge: 21, runtime: 24 * 60 * 60, number: 9999, promotion: 100, name: 200, biography: 8000, reason: 500,
} as const;
