// Every test file in one process, so that they share one graph; the platform's own before those of its faces.
import { readdirSync } from 'node:fs';

const files = readdirSync(new URL('.', import.meta.url), { recursive: true }).filter(name => name.endsWith('.test.mjs'));
const depth = name => name.split('/').length;
for (const file of files.sort((one, other) => depth(one) - depth(other) || one.localeCompare(other)))
  await import(`./${file}`);
