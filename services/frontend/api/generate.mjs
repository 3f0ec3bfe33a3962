// Types of the API from the gateway's merged document, so that a changed contract breaks the build.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import openapi, { astToString } from 'openapi-typescript';

const [source, folder, target] = ['openapi.json', 'src/generated/', 'src/generated/schema.d.ts'].map(path => new URL(path, import.meta.url));

const text = astToString(await openapi(source, { alphabetize: true, defaultNonNullable: false }));
await mkdir(folder, { recursive: true });
// An unchanged file keeps its time, and with it everything that was compiled from it.
if (await readFile(target, 'utf8').catch(() => null) !== text) await writeFile(target, text);
