// Opens a page for each press of play, each with a profile of its own, and tells the times as lines of JSON. The order comes as JSON over standard input.
import { text } from 'node:stream/consumers';
import { startBrowser } from '../../browser/graph.mjs';

const { site, gateway, titleId, presses } = JSON.parse(await text(process.stdin));
const browser = await startBrowser();
try {
  for (const { kind, player, token, manifest, format } of presses) {
    const context = await browser.newContext({ viewport: { width: 960, height: 540 } });
    const page = await context.newPage();
    await page.goto(site);
    await page.evaluate(options => window.prepare(options), { player, gateway });
    const start = token ? { gateway, token, titleId, format } : null;
    const times = await page.evaluate(options => window.press(options), { start, manifest }).catch(error => ({ error: error.message }));
    console.log(JSON.stringify({ kind, ...times }));
    await context.close();
  }
} finally {
  await browser.close();
}
