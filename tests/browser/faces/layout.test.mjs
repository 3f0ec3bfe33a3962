// What a page costs to load, and that it stands still meanwhile; that it can be installed.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { stage } from '../stage.mjs';
import { enter } from './doors.mjs';
import { lighthouse } from './films.mjs';
import { viewer } from './people.mjs';
import { visit } from './visitor.mjs';
import { shared } from './words.mjs';

const mostShift = 0.05;
const mostScript = 200_000;

describe('Layout', { concurrency: 2 }, () => {
  let film;
  before(async () => { film = await lighthouse(stage); }, { timeout: 300_000 });

  for (const [name, width] of [['Phone', 390], ['Desktop', 1280]])
    test(`Pages_Loading_StandStillOnA${name}`, () => visit(stage, { width, reducedMotion: 'no-preference' }, async page => {
      await enter(page, await viewer(stage, 'steady'));
      await page.addInitScript(watchShifts);
      for (const path of ['/', `/titles/${film.id}`, '/search?q=light']) {
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        const shifts = await page.evaluate(() => window.shifts);
        const whole = shifts.reduce((sum, { value }) => sum + value, 0);
        assert.ok(whole < mostShift, `${path} shifts by ${whole}: ${JSON.stringify(shifts)}`);
      }
    }));

  for (const [name, isIn] of [['Stranger', false], ['Viewer', true]])
    test(`Scripts_OfTheFirstPageOfA${name}_AreSmall`, t => visit(stage, {}, async page => {
      if (isIn) await enter(page, await viewer(stage, 'first-page'));
      const scripts = new Map();
      page.on('response', answer => { if (answer.request().resourceType() === 'script' && answer.ok()) scripts.set(answer.url(), answer.body()); });
      await page.goto(isIn ? '/' : '/welcome');
      await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle');
      const sizes = (await Promise.all(scripts.values())).map(body => gzipSync(body).length);
      const whole = sizes.reduce((sum, size) => sum + size, 0);
      t.diagnostic(`${sizes.length} scripts, ${(whole / 1000).toFixed(1)} kB of gzip`);
      assert.ok(sizes.length > 0 && whole < mostScript, `${whole} bytes in ${[...scripts.keys()].join(' ')}`);
    }));

  test('App_Installed_OpensWithoutAConnection', () => visit(stage, {}, async (page, visitor) => {
    await page.goto('/welcome');
    const manifest = await page.evaluate(async () => (await fetch(document.querySelector('link[rel=manifest]').href)).json());
    assert.deepEqual([manifest.display, manifest.start_url, typeof manifest.name], ['standalone', '/', 'string']);
    for (const size of ['192x192', '512x512']) {
      const icon = manifest.icons.find(one => one.sizes === size && one.type === 'image/png');
      assert.equal(await page.evaluate(sizeOf, icon.src), size);
    }
    await enter(page, await viewer(stage, 'installer'));
    await page.evaluate(async () => { await navigator.serviceWorker.ready; });
    await page.reload();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

    visitor.expectOffline();
    visitor.expect(/^request: .*ERR_FAILED/, /^console: Failed to load resource: net::ERR_FAILED/);
    await visitor.context.setOffline(true);
    await page.reload();
    await page.getByText(shared('offlineBanner')).waitFor();
    await visitor.picture('web-offline-shell');
    await visitor.context.setOffline(false);
    await page.getByText(shared('offlineBanner')).waitFor({ state: 'hidden' });
  }));
});

// In the page, before anything of its own. What moves because somebody asked for it does not count.
function watchShifts() {
  window.shifts = [];
  new PerformanceObserver(list => {
    for (const { value, hadRecentInput, startTime, sources } of list.getEntries())
      if (!hadRecentInput) window.shifts.push({ value, at: Math.round(startTime), what: sources.map(({ node }) => node?.className ?? node?.nodeName).slice(0, 3) });
  }).observe({ type: 'layout-shift', buffered: true });
}

async function sizeOf(address) {
  const { width, height } = await createImageBitmap(await (await fetch(address)).blob());
  return `${width}x${height}`;
}
