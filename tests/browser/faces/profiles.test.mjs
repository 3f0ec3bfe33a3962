// The household: children, PINs, pictures.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { stage } from '../stage.mjs';
import { catalogue, common, enter, openProfileMenu, profiles, signIn } from './doors.mjs';
import { cellar, lighthouse } from './films.mjs';
import { Account, viewer } from './people.mjs';
import { player } from './screening.mjs';
import { visit } from './visitor.mjs';

describe('Profiles', { concurrency: 2 }, () => {
  let adult, family;
  before(async () => { [adult, family] = await Promise.all([cellar(stage), lighthouse(stage)]); }, { timeout: 300_000 });

  test('Profile_ForChildren_SeesNothingForAdults', { timeout: 120_000 }, () => visit(stage, {}, async (page, visitor) => {
    await signIn(page, await viewer(stage, 'parent'));
    await page.waitForURL(url => url.pathname === '/profiles');
    await addChild(page, 'Tom');
    await page.getByRole('main').getByRole('button', { name: 'Tom' }).click();
    await page.waitForURL(url => url.pathname === '/');

    visitor.expectAnswer(404, `/api/v1/catalog/titles/${adult.id}`);
    visitor.expectAnswer(403, '/api/v1/playback/playbacks');
    await page.getByRole('region', { name: catalogue('home.new') }).getByRole('link', { name: family.title }).waitFor();
    assert.equal(await page.getByText(adult.title).count(), 0);
    await page.goto(`/search?q=${encodeURIComponent(adult.title)}`);
    await page.getByRole('status').filter({ hasText: /\d/ }).or(page.getByText(catalogue('search.nothing', { text: adult.title }))).first().waitFor();
    assert.equal(await page.getByRole('link', { name: adult.title }).count(), 0);
    await page.goto(`/titles/${adult.id}`);
    await page.getByText(catalogue('title.unavailable')).waitFor();
    await page.goto(`/watch/${adult.id}`);
    await page.getByText(player('errors.above-maturity.title')).waitFor();
    await page.getByRole('link', { name: player('remedies.pickProfile') }).waitFor();
  }));

  test('Profile_WithAPin_AsksForItAndCounts', { timeout: 120_000 }, () => visit(stage, {}, async (page, visitor) => {
    const email = await viewer(stage, 'secretive');
    await enter(page, email);
    await openProfileMenu(page);
    await page.getByRole('link', { name: common('profileMenu.manage') }).click();
    await page.getByRole('link', { name: profiles('manage.editOf', { name: 'Ada' }) }).click();
    await page.getByLabel(profiles('pin.next'), { exact: true }).fill('2580');
    await page.getByLabel(profiles('pin.again')).fill('2580');
    await page.getByRole('button', { name: profiles('pin.set') }).click();
    await page.getByText(profiles('pin.isSet')).waitFor();

    visitor.expectAnswer(403, '/api/v1/session/profile');
    await page.goto('/profiles');
    await page.getByRole('main').getByRole('button', { name: profiles('pick.locked') }).click();
    const dialog = page.getByRole('dialog', { name: profiles('pin.of', { name: 'Ada' }) });
    await enterPin(dialog, '1111');
    await dialog.getByText(profiles('pin.wrongLeft', { left: 4 })).first().waitFor();
    await enterPin(dialog, '2580');
    await page.waitForURL(url => url.pathname === '/');
  }));

  test('Profile_ChangedPictureAndName_AreWorn', { timeout: 120_000 }, () => visit(stage, {}, async page => {
    const email = await viewer(stage, 'vain');
    await enter(page, email);
    const account = await Account.watching(stage, email);
    const [before] = (await account.get('/api/v1/profiles')).items;
    await page.goto('/profiles/manage');
    await page.getByRole('link', { name: profiles('manage.editOf', { name: 'Ada' }) }).click();
    await page.getByLabel(profiles('form.name'), { exact: true }).fill('Countess');
    await page.getByRole('button', { name: profiles('avatar.choose') }).click();
    await page.getByRole('dialog').locator('button[aria-pressed=false]').first().click();
    await page.getByRole('button', { name: profiles('form.save'), exact: true }).click();
    await page.waitForURL('**/profiles/manage');
    await page.getByText('Countess').first().waitFor();

    const [after] = (await account.get('/api/v1/profiles')).items;
    assert.equal(after.name, 'Countess');
    assert.notDeepEqual(after.avatar, before.avatar);
  }));
});

async function addChild(page, name) {
  await page.getByRole('link', { name: profiles('pick.add') }).click();
  await page.getByLabel(profiles('form.name'), { exact: true }).fill(name);
  await page.getByText(profiles('form.kids'), { exact: true }).click();
  await page.getByRole('button', { name: profiles('form.create') }).click();
  await page.waitForURL(url => url.pathname === '/profiles');
  await page.getByRole('main').getByRole('button', { name }).getByText(profiles('kids'), { exact: true }).waitFor();
}

async function enterPin(dialog, pin) {
  await dialog.getByLabel(profiles('pin.label'), { exact: true }).fill(pin);
  await dialog.getByRole('button', { name: profiles('pin.enter'), exact: true }).click();
}
