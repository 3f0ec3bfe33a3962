// The words of the pages, from the pages' own files: words('web-app', 'auth', 'signIn.title').
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../graph.mjs';

const frontend = join(root, 'services/frontend');

export const words = (app, namespace, key, values = {}, language = 'en') => lookUp(join(frontend, app, 'src/locales', language, `${namespace}.json`), key, values);

// Those that both apps share.
export const shared = (key, values = {}, language = 'en') => lookUp(join(frontend, 'ui/src/locales', `${language}.json`), key, values);

function lookUp(file, key, values) {
  const found = key.split('.').reduce((at, part) => at?.[part], JSON.parse(readFileSync(file, 'utf8')));
  if (typeof found !== 'string') throw new Error(`there is no ${key} in ${file}`);
  return found.replace(/\{\{\s*(\w+)[^}]*\}\}/g, (_, name) => values[name] ?? `{{${name}}}`);
}
