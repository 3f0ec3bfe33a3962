type Listener = (waiting: ServiceWorker) => void;

let waiting: ServiceWorker | null = null;
const listeners = new Set<Listener>();

/** Once the page works: what it needs is kept for when there is no connection. */
export function startServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () => navigator.serviceWorker.register('/sw.js').then(watch, () => undefined);
  if (document.readyState === 'complete') void register();
  else window.addEventListener('load', () => void register(), { once: true });
}

/** Calls back when a newer version waits to take over. */
export function onUpdate(listener: Listener): () => void {
  listeners.add(listener);
  if (waiting) listener(waiting);
  return () => listeners.delete(listener);
}

/** Takes the newer version, and with it the page anew. */
export function takeUpdate(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  worker.postMessage('take over');
}

function watch(registration: ServiceWorkerRegistration): void {
  tell(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => coming.state === 'installed' && tell(coming));
  });
}

/** The first one of all updates nothing. */
function tell(worker: ServiceWorker | null): void {
  if (worker === null || navigator.serviceWorker.controller === null) return;
  waiting = worker;
  for (const listener of listeners) listener(worker);
}
