// The JavaScript that a route costs a newcomer: node budget.mjs <dist> <kB> <module of the route> <its words> …
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const [folder, limit, ...modules] = process.argv.slice(2);
const manifest = JSON.parse(await readFile(path.join(folder, '.vite/manifest.json'), 'utf8'));
const needed = new Set();

visit('index.html');
modules.forEach(visit);

let bytes = 0;
for (const file of needed) bytes += gzipSync(await readFile(path.join(folder, file)), { level: 9 }).length;
const kilobytes = bytes / 1000;
console.log(`${modules[0]}: ${kilobytes.toFixed(1)} kB of JavaScript (gzip) in ${needed.size} files, ${limit} allowed`);
if (kilobytes > Number(limit)) process.exitCode = 1;

function visit(name) {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`the build has no ${name}`);
  if (needed.has(chunk.file)) return;
  needed.add(chunk.file);
  for (const imported of chunk.imports ?? []) visit(imported);
}
