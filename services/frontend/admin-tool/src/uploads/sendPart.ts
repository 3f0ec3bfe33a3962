import { PartFault } from './faults';

export interface Address { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly expiresAt: string }

/** Sends bytes to the store and answers its ETag. Rejects with a PartFault, or an AbortError when the signal says so. */
export type SendPart = (address: Address, body: Blob, signal: AbortSignal, progress: (sent: number) => void) => Promise<string>;

/** Milliseconds without a byte after which the line counts as broken: it may be, without anybody telling. */
const silence = 30_000;

/** By XMLHttpRequest, as fetch tells nothing of what has been sent. */
export const sendPart: SendPart = (address, body, signal, progress) => new Promise((arrived, failed) => {
  if (signal.aborted) return failed(stopped());
  const request = new XMLHttpRequest();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBroken = false;
  const abort = () => request.abort();
  const breakOff = () => { isBroken = true; request.abort(); };
  const listen = () => { clearTimeout(timer); timer = setTimeout(breakOff, silence); };
  const end = (act: () => void) => {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    removeEventListener('offline', breakOff);
    act();
  };
  signal.addEventListener('abort', abort, { once: true });
  addEventListener('offline', breakOff, { once: true });
  request.upload.onprogress = event => { listen(); progress(event.loaded); };
  request.onload = () => end(() => {
    const etag = request.getResponseHeader('ETag');
    if (request.status !== 200) failed(PartFault.of(request.status));
    else if (etag) arrived(etag);
    else failed(new PartFault('refused', 'the store does not tell the ETag: its CORS rules hide it'));
  });
  request.onerror = () => end(() => failed(new PartFault('network', 'the connection broke')));
  request.onabort = () => end(() => failed(isBroken ? new PartFault('network', 'the connection is silent') : stopped()));
  request.open('PUT', address.url);
  for (const [name, value] of Object.entries(address.headers)) request.setRequestHeader(name, value);
  request.send(body);
  listen();
});

const stopped = () => new DOMException('The part was stopped.', 'AbortError');
