// Keeps the app, not what it shows: pages and hashed files, never an answer of the API, never media.
declare const build: { version: string; shell: string[] };

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const prefix = 'streamix-app-';
const cacheName = prefix + build.version;
const page = '/';
const pageMayTake = 4000;

worker.addEventListener('install', event => event.waitUntil(install()));
worker.addEventListener('activate', event => event.waitUntil(takeOver()));
worker.addEventListener('message', event => {
  if (event.data === 'take over') event.waitUntil(worker.skipWaiting());
});

worker.addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (pathname.startsWith('/assets/') || pathname.startsWith('/icons/')) event.respondWith(asset(request));
  else if (request.mode === 'navigate' && isOurs(pathname)) event.respondWith(navigation(request));
});

/** The edge has other pages too: the API's, and the admin tool's. */
function isOurs(pathname: string): boolean {
  return !/^\/(api|admin)(\/|$)/.test(pathname);
}

async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll([new Request(page, { cache: 'reload' }), ...build.shell]);
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith(prefix) && name !== cacheName).map(name => caches.delete(name)));
  await worker.clients.claim();
}

/** Hashed names never change their content. */
async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && answer.status !== 206) {
    const cache = await caches.open(cacheName);
    await cache.put(request, answer.clone());
  }
  return answer;
}

/** The page as it is now; the kept one only when there is no answer. */
async function navigation(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(pageMayTake) });
    if (answer.status < 500) return answer;
  } catch {
    // Offline, or as good as.
  }
  return await caches.match(page) ?? Response.error();
}
