// Pictures of both apps on the platform that ./streamix up has started, with the demo's films, for the README: tests/browser/tour.mjs [GATEWAY [DATA]]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, startBrowser, until } from './graph.mjs';
import { catalogue, enter } from './faces/doors.mjs';
import { Screening } from './faces/screening.mjs';
import { visit } from './faces/visitor.mjs';
import { words } from './faces/words.mjs';

const [, , gateway = 'http://localhost:8080', data = join(root, '.streamix/data')] = process.argv;
const secrets = JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8'));
const secret = name => secrets[`demo-${name}-password`];
const stage = { graph: { address: async () => gateway }, browser: await startBrowser() };
const dark = { colorScheme: 'dark', height: 960 };
const film = 'Big Buck Bunny';

try {
  await visit(stage, dark, async (page, visitor) => {
    await enter(page, 'mona@streamix.example', { secret: secret('mona') });
    await page.getByRole('region', { name: catalogue('home.new') }).waitFor();
    await page.evaluate(() => scrollTo(0, 330));
    await isDrawn(page);
    await visitor.picture('web-home');

    await page.goto('/search?q=light');
    await page.getByRole('main').getByRole('link', { name: /Slow Light/ }).first().waitFor();
    await isDrawn(page);
    await visitor.picture('web-search');

    await page.goto(`/search?q=${encodeURIComponent(film)}`);
    await page.getByRole('main').getByRole('link', { name: new RegExp(film) }).first().click();
    await page.getByRole('main').getByRole('link', { name: catalogue('play.play'), exact: true }).first().click();
    const screening = new Screening(page);
    await screening.begins();
    await screening.key('5');
    await screening.plays(1);
    await screening.settings('captions');
    await visitor.picture('web-player');
  });
  await visit(stage, dark, async (page, visitor) => {
    await enter(page, 'admin@streamix.example', { secret: secret('admin') });
    for (const [path, name] of [['/admin/', 'admin-overview'], ['/admin/titles', 'admin-titles'], ['/admin/transcoding', 'admin-transcoding']]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await isDrawn(page);
      await visitor.picture(name);
    }
    await page.goto('/admin/titles');
    await page.getByRole('link', { name: film }).first().click();
    await page.getByRole('tab').first().waitFor();
    await isDrawn(page);
    await visitor.picture('admin-title');
    await page.goto('/admin/transcoding?state=done');
    const jobs = page.getByRole('main').getByRole('table').getByRole('link');
    await jobs.first().waitFor();
    await jobs.filter({ hasText: /bunny/i }).or(jobs).first().click();
    await page.getByRole('heading', { name: words('admin-tool', 'transcoding', 'quality') }).first().waitFor();
    await page.getByRole('heading', { name: words('admin-tool', 'transcoding', 'quality') }).first().scrollIntoViewIfNeeded();
    await isDrawn(page);
    await visitor.picture('admin-quality');
  });
} finally {
  await stage.browser.close();
}

// In sight nothing is loading any more.
async function isDrawn(page) {
  await page.waitForLoadState('networkidle');
  await until(() => page.evaluate(() => {
    const inSight = element => { const { top, bottom } = element.getBoundingClientRect(); return top < innerHeight && bottom > 0; };
    return ![...document.querySelectorAll('[aria-busy=true]')].some(inSight) && [...document.images].every(image => image.complete || !inSight(image));
  }), 'all is drawn');
}
