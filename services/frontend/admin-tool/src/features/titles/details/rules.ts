import { parseClock } from '../clock';
import { isHead, isNumbered, plays } from '../kinds';
import { Findings, isCountry, isSlug, isSource, type Complaints } from './complaints';
import { countriesOf, type Draft, type WindowDraft } from './draft';
import { limits } from './limits';

/** What the API would refuse, by the names that it has for the places; empty when it would take everything. */
export function complaints(kind: string, draft: Draft): Complaints {
  const found = new Findings();
  basics(kind, draft, found);
  texts(draft, found);
  ratings(draft, found);
  windows(draft, found);
  draft.externalIds.forEach(({ source, value }, i) => found
    .line(`externalIds[${i}].source`, source, limits.source).say(`externalIds[${i}].source`, !isSource(source.trim()), 'source')
    .line(`externalIds[${i}].value`, value, limits.externalId));
  found.distinct(draft.externalIds.map(id => id.source.trim()), i => `externalIds[${i}].source`);
  return found.all;
}

function basics(kind: string, draft: Draft, found: Findings) {
  found.line('originalTitle', draft.originalTitle, limits.title).language('originalLanguage', draft.originalLanguage)
    .say('slug', draft.slug.trim() !== '' && !isSlug(draft.slug.trim()), 'slug', { max: limits.slug })
    .say('format', isHead(kind) && !draft.format, 'required')
    .say('number', isNumbered(kind) && draft.number === null, 'required').range('number', draft.number, 0, limits.number)
    .range('year', draft.year, limits.firstYear, limits.lastYear)
    .range('promotion', draft.promotion, 0, limits.promotion);
  const released = draft.releasedOn === null ? null : Number(draft.releasedOn.slice(0, 4));
  found.say('releasedOn', released !== null && (released < limits.firstYear || released > limits.lastYear), 'range', { min: limits.firstYear, max: limits.lastYear });
  const runtime = parseClock(draft.runtime);
  if (plays(kind) && draft.runtime.trim() !== '') found.say('runtimeSeconds', runtime === null, 'clock').say('runtimeSeconds', runtime !== null && (Math.round(runtime) < 1 || runtime > limits.runtime), 'runtime');
  const countries = countriesOf(draft.countries);
  found.say('countries', !countries.every(isCountry), 'countries').say('countries', new Set(countries).size < countries.length, 'twice');
}

function texts(draft: Draft, found: Findings) {
  draft.texts.forEach((text, i) => found
    .language(`texts[${i}].language`, text.language).line(`texts[${i}].title`, text.title, limits.title)
    .line(`texts[${i}].tagline`, text.tagline, limits.tagline, true)
    .say(`texts[${i}].synopsis`, text.synopsis.trim().length > limits.synopsis, 'tooLong', { max: limits.synopsis }));
  found.distinct(draft.texts.map(text => text.language.trim().toLowerCase()), i => `texts[${i}].language`);
}

function ratings(draft: Draft, found: Findings) {
  draft.ratings.forEach((rating, i) => found
    .territory(`ratings[${i}].territory`, rating.territory).line(`ratings[${i}].label`, rating.label, limits.label)
    .say(`ratings[${i}].minimumAge`, rating.minimumAge === null, 'required').range(`ratings[${i}].minimumAge`, rating.minimumAge, 0, limits.highestAge));
  found.distinct(draft.ratings.map(rating => rating.territory.trim()), i => `ratings[${i}].territory`);
}

function windows(draft: Draft, found: Findings) {
  draft.availability.forEach((window, i) => found
    .territory(`availability[${i}].territory`, window.territory).say(`availability[${i}].from`, !window.from, 'required')
    .say(`availability[${i}].until`, Boolean(window.from && window.until && instant(window.until) <= instant(window.from)), 'untilBeforeFrom'));
  for (const i of overlapping(draft.availability)) found.say(`availability[${i}].from`, true, 'overlaps');
}

const instant = (moment: string | null) => moment === null ? Infinity : Date.parse(moment);

/** Those that begin while another of their territory is open. */
function overlapping(all: readonly WindowDraft[]): number[] {
  const sorted = all.map((window, index) => ({ ...window, index })).filter(window => window.from).sort((a, b) => instant(a.from) - instant(b.from) || a.index - b.index);
  return sorted.filter((window, at) => sorted.slice(0, at).some(before => before.territory === window.territory && instant(before.until) > instant(window.from))).map(window => window.index);
}
