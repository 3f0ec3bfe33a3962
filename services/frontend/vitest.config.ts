import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const parts = ['api', 'ui', 'account', 'web-app', 'admin-tool', 'vite'];

export default defineConfig({
  test: {
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: parts.map(name => ({
      plugins: [react()],
      root: new URL(name, import.meta.url).pathname,
      test: {
        name,
        // Each file has its own globals, not its own process: a third of the time. Threads of one process would hear one another's broadcasts.
        pool: 'vmForks',
        environment: 'jsdom',
        environmentOptions: { jsdom: { url: 'http://localhost:8080/' } },
        include: [name === 'vite' ? 'tests/*.test.ts' : 'src/**/*.test.{ts,tsx}'],
        setupFiles: [new URL('vite/testSetup.ts', import.meta.url).pathname],
        restoreMocks: true,
        unstubGlobals: true,
        css: { modules: { classNameStrategy: 'non-scoped' as const } },
      },
    })),
  },
});
