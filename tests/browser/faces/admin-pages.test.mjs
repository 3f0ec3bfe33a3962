// Every page of the admin tool at every width, in light and dark, and the main ones from right to left.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { stage } from '../stage.mjs';
import { isAccessible } from './accessibility.mjs';
import { colleague, common, enterTool, idOf, navigation } from './admin/staff.mjs';
import { isLoaded } from './admin/tool.mjs';
import { cellar } from './films.mjs';
import { Account } from './people.mjs';
import { pictures } from './screens.mjs';
import { Studio } from './studio.mjs';
import { visit } from './visitor.mjs';

const long = { timeout: 240_000 };

describe('Admin pages', { concurrency: 2 }, () => {
  let email, id, person, job, user;
  before(async () => {
    const studio = await Studio.open(stage);
    [email, { id }, person] = await Promise.all([colleague(stage, 'admin'), cellar(stage), studio.person('Ines Morgenstern', 'She draws.')]);
    [{ items: [job] }, user] = await Promise.all([studio.editors.get('/api/v1/transcoding/jobs?state=done&limit=1'), Account.administrator(stage).then(admin => idOf(admin, email))]);
  }, { timeout: 300_000 });

  const lists = { overview: '', titles: 'titles', 'new-title': 'titles/new', people: 'people', uploads: 'uploads', transcoding: 'transcoding', 'not-found': 'nowhere' };
  const work = { users: 'users', sessions: 'sessions', audit: 'audit', 'dead-letters': 'dead-letters', 'search-index': 'search-index', edges: 'edges', health: 'health' };

  for (const [name, pages] of [['Catalogue', () => lists], ['Operation', () => work], ['Title', () => titlePages()], ['Own', () => ownPages()]])
    test(`${name}Pages_AtEveryWidthAndTheme_FitAndAreAccessible`, long, () => visit(stage, {}, async page => {
      await enterTool(page, email);
      for (const [one, path] of Object.entries(pages())) await isFit(page, one, path);
    }));

  test('Pages_InArabic_RunFromTheRight', long, () => visit(stage, {}, async page => {
    await enterTool(page, email);
    await page.evaluate(() => localStorage.setItem('streamix.language', 'ar'));
    for (const [name, path] of Object.entries({ overview: '', titles: 'titles', title: `titles/${id}`, publish: `titles/${id}?tab=publish`, uploads: 'uploads', transcoding: 'transcoding', users: 'users' })) {
      await shows(page, path);
      assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['ar', 'rtl'], name);
      assert.deepEqual(await pictures(page, `admin-${name}-ar`), [], name);
    }
    await isAccessible(page, 'users in Arabic');
    const start = await page.getByRole('navigation', { name: common('navigation.label', {}, 'ar') }).boundingBox();
    assert.ok(start.x > page.viewportSize().width / 2, `the navigation begins at ${start.x}`);
  }));

  test('Navigation_OnAPhone_OpensFromItsButton', long, () => visit(stage, { width: 360, height: 720 }, async (page, visitor) => {
    await enterTool(page, email);
    await page.getByRole('button', { name: common('navigation.open') }).click();
    const dialog = page.getByRole('dialog', { name: common('navigation.label') });
    await visitor.picture('admin-navigation-phone');
    await dialog.getByRole('link', { name: common('navigation.users'), exact: true }).click();
    await page.waitForURL('**/admin/users');
    await dialog.waitFor({ state: 'hidden' });
    assert.equal(await navigation(page).count(), 0);
  }));

  const titlePages = () => Object.fromEntries(['details', 'parts', 'cast', 'artwork', 'media', 'publish', 'revisions'].map(tab => [`title-${tab}`, `titles/${id}?tab=${tab}`]));
  const ownPages = () => ({ person: `people/${person}`, job: `transcoding/${job.id}`, user: `users/${user}`, import: 'titles/import' });
});

async function isFit(page, name, path) {
  await shows(page, path);
  assert.deepEqual(await pictures(page, `admin-${name}`), [], `${name} scrolls sideways`);
  await isAccessible(page, name);
}

async function shows(page, path) {
  await page.goto(`/admin/${path}`);
  await isLoaded(page);
}
