// A page of somebody else, on another origin: what it makes a browser send to the gateway must change nothing.
import { createServer } from 'node:http';

// host: 'localhost' is the same site with another origin (cookies go along), '127.0.0.1' another site.
export async function strangersPage(host, html) {
  const server = createServer((_, answer) => { answer.setHeader('Content-Type', 'text/html; charset=utf-8'); answer.end(html); });
  await new Promise(listening => server.listen(0, host, listening));
  return { address: `http://${host}:${server.address().port}/`, close: () => new Promise(closed => { server.closeAllConnections(); server.close(closed); }) };
}
