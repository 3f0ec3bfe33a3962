export type Words = { [key: string]: string | Words };

interface Given {
  /** By path, as ./locales/en/auth.json. */
  words: Record<string, Words>;
  /** By path, as text. */
  sources: Record<string, string>;
}

const plural = /_(zero|one|two|few|many|other)$/;
const categories: Record<string, string[]> = { en: ['one', 'other'], ar: ['zero', 'one', 'two', 'few', 'many', 'other'] };

/** What is wrong with the words of an app: what one language lacks, and what is used without being there. */
export function wordFaults({ words, sources }: Given): string[] {
  const spoken = bySpeech(words);
  const [english = new Map(), arabic = new Map()] = [spoken.en, spoken.ar];
  return [...lacks(english, arabic, 'ar'), ...lacks(arabic, english, 'en'), ...unequal(english, arabic), ...usedWithout(english, sources)].sort();
}

type Speech = Map<string, string>;

function bySpeech(files: Record<string, Words>): Record<string, Speech> {
  const spoken: Record<string, Speech> = {};
  for (const [path, tree] of Object.entries(files)) {
    const [, language, namespace] = /([\w-]+)\/([\w-]+)\.json$/.exec(path) ?? [];
    if (language === undefined || namespace === undefined) continue;
    const speech = spoken[language] ??= new Map<string, string>();
    for (const [key, text] of leaves(tree)) speech.set(`${namespace}:${key}`, text);
  }
  return spoken;
}

function leaves(tree: Words, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`));
}

/** A key that is counted with needs every form that the language counts by. */
function lacks(has: Speech, other: Speech, language: string): string[] {
  const counted = new Set([...has.keys(), ...other.keys()].filter(key => plural.test(key)).map(base));
  const single = [...has.keys()].filter(key => !counted.has(base(key)) && !other.has(key));
  const forms = [...counted].flatMap(key => (categories[language] ?? []).map(form => `${key}_${form}`)).filter(key => !other.has(key));
  return [...single, ...forms].map(key => `${language} lacks ${key}`);
}

function unequal(english: Speech, arabic: Speech): string[] {
  return [...english].flatMap(([key, text]) => {
    const translated = arabic.get(key);
    if (translated === undefined || plural.test(key) || variables(text) === variables(translated)) return [];
    return [`${key} has ${variables(text)} in en and ${variables(translated)} in ar`];
  });
}

function usedWithout(english: Speech, sources: Record<string, string>): string[] {
  const known = new Set([...english.keys()].flatMap(key => [key, base(key)]));
  return Object.entries(sources).flatMap(([path, source]) => {
    const namespaces = [...source.matchAll(/useTranslation\(\[?([^)]*)\)/g)].flatMap(([, names = '']) => [...names.matchAll(/['"]([\w-]+)['"]/g)].map(([, name = '']) => name));
    if (namespaces.length === 0 || namespaces.includes('ui')) return [];
    return used(source).filter(({ key, whole }) => !exists(key, whole, namespaces, known)).map(({ key }) => `${path} uses ${key}`);
  });
}

function used(source: string): { key: string; whole: boolean }[] {
  const plain = [...source.matchAll(/\bt\(\s*['"]([^'"]+)['"]/g)].map(([, key = '']) => ({ key, whole: true }));
  const made = [...source.matchAll(/\bt\(\s*`([^`$]+)\$\{/g)].map(([, key = '']) => ({ key, whole: false }));
  return [...plain, ...made];
}

function exists(key: string, whole: boolean, namespaces: string[], known: Set<string>): boolean {
  const names = key.includes(':') ? [key] : namespaces.map(namespace => `${namespace}:${key}`);
  return names.some(name => whole ? known.has(name) : [...known].some(one => one.startsWith(name)));
}

function base(key: string): string {
  return key.replace(plural, '');
}

function variables(text: string): string {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name))].sort().join(', ') || 'none';
}
