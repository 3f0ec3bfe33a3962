// Takes the merged document of a running platform: node fetch-document.mjs [http://localhost:8080 [FILE]]
import { writeFile } from 'node:fs/promises';

const [gateway = 'http://localhost:8080', file = new URL('openapi.json', import.meta.url)] = process.argv.slice(2);
const answer = await fetch(new URL('/api/openapi.json', gateway));
if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
const { 'x-streamix-missing': missing = [], ...document } = await answer.json();
const absent = missing.filter(service => !service.startsWith('sample-'));
if (absent.length > 0) throw new Error(`these services do not answer yet: ${absent.join(', ')}`);
await writeFile(file, `${JSON.stringify(sorted(document), null, 2)}\n`);

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().map(key => [key, sorted(value[key])]));
}
