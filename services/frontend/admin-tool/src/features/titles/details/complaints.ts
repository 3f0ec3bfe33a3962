import { limits } from './limits';

/** What is wrong with a value: a word of `wrong.*` and what it speaks of. */
export interface Complaint { readonly word: string; readonly values?: Record<string, number> }
export type Complaints = Record<string, Complaint>;

const language = /^([a-z]{2,3}(-[a-z]{3}){0,3}|[a-z]{5,8})(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*$/i;
const guid = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/;
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const source = /^[a-z][a-z0-9-]*$/;

export const isLanguage = (tag: string) => tag.length <= limits.language && language.test(tag);
export const isCountry = (code: string) => /^[A-Z]{2}$/.test(code);
export const isTerritory = (code: string) => code === '*' || isCountry(code);
export const isSlug = (text: string) => text.length <= limits.slug && slug.test(text) && !guid.test(text);
export const isSource = (text: string) => source.test(text);
// What breaks a line or steers a terminal has no place in one.
const hasControl = (text: string) => /\p{Cc}/u.test(text);

/** Gathers the first complaint of each field. */
export class Findings {
  readonly all: Complaints = {};

  say(name: string, isWrong: boolean, word: string, values?: Record<string, number>): this {
    if (isWrong && !(name in this.all)) this.all[name] = values ? { word, values } : { word };
    return this;
  }

  /** A text of one line, wanted unless told otherwise. */
  line(name: string, text: string, max: number, isOptional = false): this {
    const trimmed = text.trim();
    return this.say(name, !isOptional && trimmed === '', 'required').say(name, trimmed.length > max, 'tooLong', { max }).say(name, hasControl(trimmed), 'oneLine');
  }

  language(name: string, tag: string): this {
    return this.say(name, tag.trim() === '', 'required').say(name, !isLanguage(tag.trim()), 'language');
  }

  territory(name: string, code: string): this {
    return this.say(name, code.trim() === '', 'required').say(name, !isTerritory(code.trim()), 'territory');
  }

  range(name: string, value: number | null, min: number, max: number): this {
    return this.say(name, value !== null && (value < min || value > max || !Number.isInteger(value)), 'range', { min, max });
  }

  /** Marks every entry that repeats an earlier one. */
  distinct(keys: readonly string[], nameOf: (index: number) => string): this {
    keys.forEach((key, index) => this.say(nameOf(index), key !== '' && keys.indexOf(key) < index, 'twice'));
    return this;
  }
}
