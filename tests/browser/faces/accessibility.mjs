// What axe finds on a page in light and in dark: nothing serious, nothing critical.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../graph.mjs';

const { AxeBuilder } = createRequire(join(root, '.streamix/tools/'))('@axe-core/playwright');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function isAccessible(page, name) {
  for (const theme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.evaluate(theme => { document.documentElement.dataset.theme = theme; }, theme);
    const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    assert.deepEqual(grave.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(node => `${node.target} ${node.failureSummary}`).join(' | ')}`), [], `${name} in ${theme}`);
  }
}
