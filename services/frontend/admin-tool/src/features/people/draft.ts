import { Findings, isSlug, isSource, type Complaints } from '../titles/details/complaints';
import type { ExternalIdDraft } from '../titles/details/draft';
import { limits } from '../titles/details/limits';
import type { PersonContent } from './people';

export interface BiographyDraft { language: string; text: string }
export interface PersonDraft {
  name: string; slug: string; bornOn: string | null; diedOn: string | null; birthPlace: string;
  biographies: readonly BiographyDraft[]; externalIds: readonly ExternalIdDraft[];
}

export const personDraftOf = (content: PersonContent): PersonDraft => ({
  name: content.name, slug: content.slug ?? '', bornOn: content.bornOn ?? null, diedOn: content.diedOn ?? null, birthPlace: content.birthPlace ?? '',
  biographies: (content.biographies ?? []).map(one => ({ ...one })), externalIds: (content.externalIds ?? []).map(one => ({ ...one })),
});

export const personContentOf = (draft: PersonDraft): PersonContent => ({
  name: draft.name.trim(), slug: draft.slug.trim() || null, bornOn: draft.bornOn, diedOn: draft.diedOn, birthPlace: draft.birthPlace.trim() || null,
  biographies: draft.biographies.map(({ language, text }) => ({ language: language.trim(), text: text.trim() })),
  externalIds: draft.externalIds.map(({ source, value }) => ({ source: source.trim(), value: value.trim() })),
});

/** What the API would refuse of a person. */
export function personComplaints(draft: PersonDraft): Complaints {
  const found = new Findings()
    .line('name', draft.name, limits.name).line('birthPlace', draft.birthPlace, limits.name, true)
    .say('slug', draft.slug.trim() !== '' && !isSlug(draft.slug.trim()), 'slug', { max: limits.slug })
    .say('diedOn', Boolean(draft.bornOn && draft.diedOn && draft.diedOn < draft.bornOn), 'diedBeforeBorn');
  draft.biographies.forEach(({ language, text }, i) => found
    .language(`biographies[${i}].language`, language)
    .say(`biographies[${i}].text`, text.trim() === '', 'required').say(`biographies[${i}].text`, text.trim().length > limits.biography, 'tooLong', { max: limits.biography }));
  found.distinct(draft.biographies.map(one => one.language.trim().toLowerCase()), i => `biographies[${i}].language`);
  draft.externalIds.forEach(({ source, value }, i) => found
    .line(`externalIds[${i}].source`, source, limits.source).say(`externalIds[${i}].source`, !isSource(source.trim()), 'source')
    .line(`externalIds[${i}].value`, value, limits.externalId));
  found.distinct(draft.externalIds.map(one => one.source.trim()), i => `externalIds[${i}].source`);
  return found.all;
}
