// What axe finds on a page in light and in dark: nothing serious, nothing critical.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../graph.mjs';

const axe = readFileSync(join(root, '.streamix/tools/node_modules/axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function isAccessible(page, name) {
  for (const theme of ['light', 'dark']) {
    await wear(page, theme);
    const faults = await faultsOf(page);
    const grave = faults.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    assert.deepEqual(grave.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(node => `${node.target} ${node.failureSummary}`).join(' | ')}`), [], `${name} in ${theme}`);
  }
}

// As somebody's system would have it, and as they may have chosen themselves.
export async function wear(page, theme) {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.evaluate(theme => { document.documentElement.dataset.theme = theme; }, theme);
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
}

async function faultsOf(page) {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(axe);
  return page.evaluate(async values => (await window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] })).violations, standards);
}
