// Every test file in one process, so that they share one graph.
import { readdirSync } from 'node:fs';

for (const file of readdirSync(new URL('.', import.meta.url)).filter(name => name.endsWith('.test.mjs')).sort())
  await import(`./${file}`);
