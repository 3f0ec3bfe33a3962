// Every page of the web app at every width, in light and dark, in both directions, without a connection and with nothing to show.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { stage } from '../stage.mjs';
import { isAccessible, wear } from './accessibility.mjs';
import { catalogue, common, enter } from './doors.mjs';
import { ferry, lighthouse } from './films.mjs';
import { viewer } from './people.mjs';
import { Screening } from './screening.mjs';
import { picture, pictures } from './screens.mjs';
import { visit } from './visitor.mjs';
import { shared, words } from './words.mjs';

const open = { welcome: '/welcome', 'sign-up': '/sign-up', 'sign-in': '/sign-in?reason=revoked', 'forgot-password': '/forgot-password', 'reset-password': '/reset-password', credits: '/credits', 'not-found': '/nowhere/at/all' };
const household = {
  profiles: '/profiles', 'manage-profiles': '/profiles/manage', 'new-profile': '/profiles/new', 'confirm-email': '/confirm-email', device: '/device',
};
const account = {
  account: '/account', 'account-email': '/account/email', 'account-password': '/account/password', 'account-passkeys': '/account/passkeys',
  'account-two-step': '/account/two-step', 'account-sessions': '/account/sessions', 'account-privacy': '/account/privacy', 'account-preferences': '/account/preferences',
};
const long = { timeout: 180_000 };

describe('Pages', { concurrency: 2 }, () => {
  let film, series, cinema;
  before(async () => {
    [film, series] = await Promise.all([lighthouse(stage), ferry(stage)]);
    cinema = {
      home: '/', genre: '/genres/animation', search: '/search?q=light', 'nothing-found': '/search?q=qzxqzxqzx', title: `/titles/${film.id}`, series: `/titles/${series.id}`,
      person: `/people/${film.person}`,
    };
  }, { timeout: 300_000 });

  test('OpenPages_AtEveryWidthAndTheme_FitAndAreAccessible', long, () => visit(stage, {}, page => eachIsFit(page, open)));

  for (const [name, paths] of [['Household', household], ['Account', account]])
    test(`${name}Pages_AtEveryWidthAndTheme_FitAndAreAccessible`, long, () => visit(stage, {}, async page => {
      await enter(page, await viewer(stage, 'owner'));
      await eachIsFit(page, paths);
    }));

  test('CinemaPages_AtEveryWidthAndTheme_FitAndAreAccessible', long, () => visit(stage, {}, async page => {
    await enter(page, await viewer(stage, 'onlooker'));
    await eachIsFit(page, cinema);
    const screening = await Screening.of(page, film.id);
    await screening.key('c', 'k');
    assert.deepEqual(await pictures(page, 'web-watch'), []);
    await screening.stir();
    await isAccessible(page, 'watch');
  }));

  test('Pages_InArabic_RunFromTheRight', long, () => visit(stage, {}, async page => {
    await enter(page, await viewer(stage, 'rightwards'));
    await page.evaluate(() => localStorage.setItem('streamix.language', 'ar'));
    for (const [name, path] of Object.entries({ home: '/', title: `/titles/${series.id}`, search: '/search?q=light', account: '/account', profiles: '/profiles/manage' })) {
      await shows(page, path);
      assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['ar', 'rtl'], name);
      await mirrors(page, name);
      assert.deepEqual(await pictures(page, `web-${name}-ar`), [], name);
    }
    await isAccessible(page, 'profiles in Arabic');
    await shows(page, '/');
    await page.getByRole('heading', { name: words('web-app', 'catalogue', 'home.new', {}, 'ar') }).first().waitFor();
    await isAccessible(page, 'home in Arabic');
  }));

  test('Page_ThatIsNotThere_SaysSoAndLeadsHome', () => visit(stage, {}, async page => {
    await page.goto('/nowhere/at/all');
    await page.getByText(common('notFound.heading')).waitFor();
    await page.getByRole('link', { name: common('notFound.home') }).click();
    await page.waitForURL('**/welcome');
  }));

  test('Search_Offline_SaysSoAndGoesOnAfterwards', () => visit(stage, {}, async (page, visitor) => {
    await enter(page, await viewer(stage, 'tunnel'), { returnTo: '/search' });
    visitor.expectOffline();
    await visitor.context.setOffline(true);
    await page.getByText(shared('offlineBanner')).waitFor();
    await picture(page, 'web-offline');
    await visitor.context.setOffline(false);
    await page.getByText(shared('offlineBanner')).waitFor({ state: 'hidden' });
    await page.getByRole('combobox', { name: catalogue('search.label') }).fill('lighthouse');
    await page.getByRole('list', { name: catalogue('search.titles') }).getByRole('link', { name: film.title }).waitFor();
  }));

  test('Lists_WithNothingIn_SayWhatToDo', () => visit(stage, {}, async (page, visitor) => {
    await enter(page, await viewer(stage, 'blank'));
    assert.equal(await page.getByRole('region', { name: catalogue('home.continue') }).count(), 0);
    await page.goto('/search?q=qzxqzxqzx');
    await page.getByText(catalogue('search.nothing', { text: 'qzxqzxqzx' })).waitFor();
    visitor.expectAnswer(404, '/api/v1/catalog/');
    for (const [path, key] of [['/genres/nothing-of-the-kind', 'genrePage.unknown'], ['/people/nobody-at-all', 'person.unknown'], ['/titles/no-such-title', 'title.unavailable']]) {
      await page.goto(path);
      await page.getByRole('heading', { name: catalogue(key) }).waitFor();
    }
  }));
});

async function eachIsFit(page, paths) {
  for (const [name, path] of Object.entries(paths)) {
    await shows(page, path);
    await isAccessible(page, name);
    await wear(page, 'light');
    const sideways = await pictures(page, `web-${name}-light`, [320, 1280]);
    await wear(page, 'dark');
    sideways.push(...await pictures(page, `web-${name}`));
    assert.deepEqual(sideways, [], `${name} can be scrolled sideways`);
  }
}

// With everything that it loads.
async function shows(page, path) {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
}

// The name at the right, the tools at the left.
async function mirrors(page, name) {
  const banner = page.getByRole('banner').first();
  const [whole, brand, tools] = await Promise.all([banner, banner.getByRole('link').first(), banner.getByRole('button').last()].map(part => part.boundingBox()));
  const middle = whole.x + whole.width / 2;
  assert.ok(brand.x + brand.width / 2 > middle && tools.x + tools.width / 2 < middle, `${name}: brand at ${brand.x}, tools at ${tools.x} of ${whole.width}`);
}
