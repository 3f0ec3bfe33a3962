// How soon the home page is there: largest contentful paint (W3C Largest Contentful Paint), cumulative layout shift (Layout Instability API)
// and the JavaScript of the first route, on a line and a processor of the middle range. The reference is the same picture alone on a page.
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { startBrowser, startGraph, untilShown } from '../../browser/graph.mjs';
import { catalogue, enter } from '../../browser/faces/doors.mjs';
import { administrator, join as signUp } from '../../browser/playback/people.mjs';
import { serveSite } from '../../browser/playback/site.mjs';
import { makeFilm } from '../../browser/streaming/film.mjs';
import { release } from '../../browser/streaming/cinema.mjs';

const rounds = 7;
const line = { offline: false, latency: 40, downloadThroughput: 10e6 / 8, uploadThroughput: 5e6 / 8 };
const slowdown = 2;
const aims = { lcp: 1500, cls: 0.05, script: 200_000 };

const site = await serveSite();
const graph = await startGraph('--Settings:infra-gateway:Gateway:Edge:Origins:0', site.origin);
site.store(await graph.address('local-s3'), graph.secret('objects-secret-key'));
const browser = await startBrowser();
try {
  const gateway = await graph.address('infra-gateway');
  const title = await release({ graph, browser, site }, 'The first sight', await makeFilm(4, '640x360'), false);
  await paint(gateway, title);
  const viewer = `sight-${randomUUID()}@example.org`;
  await signUp(graph, viewer);

  const context = await browser.newContext({ baseURL: gateway, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await enter(page, viewer);
  const card = page.getByRole('region', { name: catalogue('home.new') }).getByRole('link', { name: 'The first sight' });
  await untilShown(page, card, 'the title is on the home page', 120_000);
  const picture = await page.locator('img').first().evaluate(image => image.currentSrc);

  await context.route('**/alone', route => route.fulfill({ contentType: 'text/html', body: `<title>Alone</title><img src="${picture}" style="width:100%">` }));

  const [home, alone] = [[], []];
  for (let i = 0; i < rounds; i++) {
    home.push(await look(context, gateway));
    alone.push(await look(context, new URL('/alone', gateway).href));
  }
  const script = Math.max(...home.map(one => one.script));
  const [lcp, reference] = [median(home.map(one => one.lcp)), median(alone.map(one => one.lcp))];
  const cls = Math.max(...home.map(one => one.cls));
  console.log(`home, ${rounds} cold visits, ${line.downloadThroughput * 8 / 1e6} Mbit/s, ${line.latency} ms, processor ${slowdown} times slower`);
  console.log(`  largest contentful paint  p50 ${lcp.toFixed(0)} ms, most ${Math.max(...home.map(one => one.lcp)).toFixed(0)} ms (aim < ${aims.lcp}: ${lcp < aims.lcp ? 'met' : 'not met'})`);
  console.log(`  the picture alone         p50 ${reference.toFixed(0)} ms; ratio ${(lcp / reference).toFixed(2)}`);
  console.log(`  cumulative layout shift   ${cls.toFixed(4)} (aim < ${aims.cls}: ${cls < aims.cls ? 'met' : 'not met'})`);
  console.log(`  JavaScript, gzip          ${(script / 1000).toFixed(1)} kB (aim < ${aims.script / 1000}: ${script < aims.script ? 'met' : 'not met'})`);
} finally {
  await browser.close();
  await graph.stop();
  await site.close();
}

// One visit with nothing in the cache, to where the network is quiet.
async function look(context, address) {
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.setCacheDisabled', { cacheDisabled: true });
  await network.send('Network.setBypassServiceWorker', { bypass: true });
  await network.send('Network.emulateNetworkConditions', line);
  await network.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(() => {
    window.seen = { lcp: 0, cls: 0 };
    new PerformanceObserver(list => { for (const entry of list.getEntries()) window.seen.lcp = entry.renderTime || entry.loadTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.seen.cls += entry.value; }).observe({ type: 'layout-shift', buffered: true });
  });
  const scripts = [];
  page.on('response', answer => { if (/javascript/.test(answer.headers()['content-type'] ?? '')) scripts.push(answer.body().then(body => gzipSync(body, { level: 9 }).length, () => 0)); });
  await page.goto(address, { waitUntil: 'networkidle' });
  const seen = await page.evaluate(() => window.seen);
  const script = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0);
  await page.close();
  return { ...seen, script };
}

// A backdrop and a poster for the title.
async function paint(gateway, title) {
  const token = await administrator(graph);
  for (const [kind, size] of [['backdrop', '1920x1080'], ['poster', '1000x1500']]) {
    const file = join(tmpdir(), `${randomUUID()}.jpg`);
    await promisify(execFile)('ffmpeg', ['-nostdin', '-v', 'error', '-f', 'lavfi', '-i', `mandelbrot=size=${size}:rate=1`, '-frames:v', '1', file]);
    const answer = await fetch(new URL(`/api/v1/catalog/artwork?owner=${title}&kind=${kind}`, gateway), {
      method: 'POST', headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'image/jpeg' }, body: readFileSync(file),
    });
    rmSync(file);
    if (!answer.ok) throw new Error(`${kind}: ${answer.status} ${await answer.text()}`);
  }
}

function median(values) { return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]; }
