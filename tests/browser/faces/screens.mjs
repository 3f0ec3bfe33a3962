// Pictures for people to look at, kept as artifacts of a run.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../graph.mjs';

const folder = process.env.STREAMIX_SCREENS ?? join(root, '.streamix/artifacts/screens');
const widths = [320, 768, 1280, 1920];

export async function picture(page, name, options = {}) {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', ...options });
}

// The page at every width, or at those asked for; tells the widths at which it can be scrolled sideways.
export async function pictures(page, name, at = widths) {
  const before = page.viewportSize();
  const sideways = [];
  for (const width of at) {
    await page.setViewportSize({ width, height: width < 700 ? 720 : 900 });
    await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) sideways.push(width);
    await picture(page, `${name}-${width}`);
  }
  await page.setViewportSize(before);
  return sideways;
}
