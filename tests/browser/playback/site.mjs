// A site with the players' page, and with the files of packages: read from their private bucket, as browsers may not.
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { root } from '../graph.mjs';
import { signed } from './signature.mjs';

const modules = join(root, '.streamix/tools/node_modules');
const streaming = join(root, 'tests/browser/streaming');
const types = { html: 'text/html', mjs: 'text/javascript', js: 'text/javascript' };
const pages = {
  '/': join(root, 'tests/browser/playback/page.html'),
  '/page.mjs': join(root, 'tests/browser/playback/page.mjs'),
  '/watch': join(streaming, 'page.html'),
  ...Object.fromEntries(['watch.mjs', 'api.mjs', 'session.mjs', 'players.mjs'].map(name => [`/${name}`, join(streaming, name)])),
  '/shaka.js': join(modules, 'shaka-player/dist/shaka-player.compiled.js'),
  '/hls.js': join(modules, 'hls.js/dist/hls.js'),
};

export async function serveSite() {
  let store;
  const server = createServer((request, response) => answer(request, response, store).catch(error => response.destroy(error)));
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const origin = `http://localhost:${server.address().port}`;
  return {
    origin,
    store: (address, secretKey) => { store = { address, secretKey, accessKey: 'streamix', region: 'us-east-1' }; },
    close: () => new Promise(done => { server.close(done); server.closeAllConnections(); }),
  };
}

async function answer(request, response, store) {
  const path = new URL(request.url, 'http://localhost').pathname;
  if (path.startsWith('/media/')) return pass(new URL(`/media-renditions/${path.slice('/media/'.length)}`, store.address), store, request, response);
  const file = pages[path];
  if (!file) return response.writeHead(404).end();
  response.writeHead(200, { 'Content-Type': types[file.split('.').pop()] });
  return pipeline(createReadStream(file), response);
}

async function pass(address, store, request, response) {
  const { range } = request.headers;
  const found = await fetch(address, { headers: { ...signed(address, store), ...range && { range } } });
  response.writeHead(found.status, Object.fromEntries(['content-type', 'content-length', 'content-range', 'cache-control', 'etag'].map(name => [name, found.headers.get(name)]).filter(([, value]) => value)));
  return pipeline(Readable.fromWeb(found.body), response);
}
