import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { ownLanguages } from './ownLanguages.ts';
import { precompress } from './precompress.ts';

const gateway = process.env.STREAMIX_GATEWAY ?? 'http://localhost:8080';

/** What both faces are built alike by. In development the API is the gateway's, whoever stands in front. */
export function app(base: string): UserConfig {
  return {
    base,
    plugins: [react(), ownLanguages(['en-US', 'ar-AE']), precompress()],
    html: { cspNonce: '__CSP_NONCE__' },
    build: { target: 'es2022', manifest: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
    server: {
      host: '127.0.0.1',
      port: Number(process.env.PORT ?? 0) || undefined,
      strictPort: process.env.PORT !== undefined,
      proxy: { '/api': { target: gateway, changeOrigin: false } },
    },
  };
}
