import { defineConfig, mergeConfig } from 'vite';
import { app } from '../vite/app.ts';
import { serviceWorker } from '../vite/serviceWorker.ts';

export default defineConfig(mergeConfig(app('/'), {
  plugins: [serviceWorker(new URL('service-worker/worker.ts', import.meta.url), /\/locales\/\w+\/common\.json$|\/features\/(errors|home)\/\w+Page\.tsx$/)],
}));
