// Everybody sees as much of the tool as their role reaches, however they come.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stage } from '../stage.mjs';
import { colleague, common, enterTool, navigation } from './admin/staff.mjs';
import { signIn } from './doors.mjs';
import { Account, viewer } from './people.mjs';
import { visit } from './visitor.mjs';

const catalogue = ['titles', 'people', 'uploads', 'transcoding'];
const help = ['users', 'sessions', 'audit'];
const operation = ['deadLetters', 'searchIndex', 'edges', 'health'];
const paths = { deadLetters: 'dead-letters', searchIndex: 'search-index' };
const pathOf = section => `/admin/${paths[section] ?? section}`;
const doors = { editor: '/api/v1/account/admin/accounts', support: '/api/v1/catalog/admin/titles' };

describe('Admin roles', { concurrency: 2 }, () => {
  for (const [role, open, closed] of [['editor', catalogue, [...help, ...operation]], ['support', help, [...catalogue, ...operation]], ['admin', [...catalogue, ...help, ...operation], []]])
    test(`Navigation_Of${role[0].toUpperCase()}${role.slice(1)}_ReachesAsFarAsTheRole`, { timeout: 90_000 }, () => visit(stage, {}, async page => {
      const email = await colleague(stage, role);
      await enterTool(page, email);
      const links = await navigation(page).getByRole('link').allInnerTexts();
      assert.deepEqual(links.map(link => link.trim()), ['overview', ...open].map(section => common(`navigation.${section}`)));
      for (const section of closed) {
        await page.goto(pathOf(section));
        await page.getByText(common('notAllowed.heading'), { exact: true }).waitFor();
      }
      if (doors[role]) await assert.rejects((await Account.of(stage, email)).get(doors[role]), { status: 403 });
    }));

  test('Viewer_AtTheTool_IsToldWhoseItIs', () => visit(stage, {}, async (page, visitor) => {
    await signIn(page, await viewer(stage, 'curious'), { at: '/sign-in?return=%2Fadmin%2Fusers' });
    await page.waitForURL('**/admin/users');
    await page.getByText(common('strangers.heading'), { exact: true }).waitFor();
    assert.equal(await navigation(page).count(), 0);
    await visitor.picture('admin-strangers');
    await page.getByRole('link', { name: common('strangers.home') }).click();
    await page.waitForURL(url => !url.pathname.startsWith('/admin'));
  }));

  test('Nobody_AtTheTool_IsSentToTheDoorAndBack', () => visit(stage, {}, async page => {
    await page.goto('/admin/titles?state=draft');
    await page.waitForURL(url => url.pathname === '/sign-in');
    await signIn(page, await colleague(stage, 'editor'), { at: null });
    await page.waitForURL(url => url.pathname + url.search === '/admin/titles?state=draft');
    await page.getByRole('heading', { level: 1, name: common('navigation.titles'), exact: true }).waitFor();
  }));
});
