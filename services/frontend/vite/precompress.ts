import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
const texts = /\.(js|css|svg|json|webmanifest|txt)$/;
const smallest = 1024;

/** Lays .br and .gz beside every text of the build. Not beside pages: each answer has a nonce of its own in them. */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'streamix-precompress',
    apply: 'build',
    configResolved: config => { folder = path.resolve(config.root, config.build.outDir); },
    closeBundle: async () => {
      const names = await readdir(folder, { recursive: true });
      for (const name of names) if (texts.test(name) && !name.startsWith('.')) await compress(path.join(folder, name));
    },
  };
}

async function compress(file: string): Promise<void> {
  const plain = await readFile(file);
  if (plain.length < smallest) return;
  const [small, usual] = await Promise.all([
    brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
    zip(plain, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${file}.br`, small), writeFile(`${file}.gz`, usual)]);
}
