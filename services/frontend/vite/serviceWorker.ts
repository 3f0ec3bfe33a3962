import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { transformWithOxc, type Plugin } from 'vite';

/** Emits /sw.js from one source, told which files the first paint needs: the entry's, and those of the modules that match. */
export function serviceWorker(source: URL, also: RegExp): Plugin {
  return {
    name: 'streamix-service-worker',
    apply: 'build',
    async generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter(part => part.type === 'chunk');
      const byName = new Map(chunks.map(chunk => [chunk.fileName, chunk]));
      const files = new Set<string>();
      const visit = (name: string) => {
        const chunk = byName.get(name);
        if (files.has(name) || chunk === undefined) return;
        files.add(name);
        chunk.viteMetadata?.importedCss.forEach(style => files.add(style));
        chunk.imports.forEach(visit);
      };
      chunks.filter(chunk => chunk.isEntry || also.test(chunk.facadeModuleId ?? '')).forEach(chunk => visit(chunk.fileName));

      const shell = [...files].map(name => `/${name}`).sort();
      const version = createHash('sha256').update(Object.keys(bundle).sort().join('\n')).digest('hex').slice(0, 16);
      const { code } = await transformWithOxc(await readFile(source, 'utf8'), source.pathname, { sourcemap: false });
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: `const build = ${JSON.stringify({ version, shell })};\n${code}` });
    },
  };
}
