// Strangers: pages of other origins, and script where only text belongs.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { stage } from '../stage.mjs';
import { catalogue, enter, profiles } from './doors.mjs';
import { script, scripted } from './films.mjs';
import { Account, viewer } from './people.mjs';
import { Screening } from './screening.mjs';
import { strangersPage } from './stranger.mjs';
import { visit } from './visitor.mjs';

const signOut = '/api/v1/session/sign-out';
const enrol = '/api/v1/identity/totp';
const imageScript = '<img src=x onerror=broken=1>';

describe('Safety', { concurrency: 2 }, () => {
  let evil;
  before(async () => { evil = await scripted(stage); }, { timeout: 300_000 });

  for (const [site, host] of [['OfAnotherOrigin', 'localhost'], ['OfAnotherSite', '127.0.0.1']]) {
    test(`Form_${site}_ChangesNothing`, () => visit(stage, {}, async (page, visitor) => {
      const email = await viewer(stage, 'lured-form');
      await enter(page, email);
      const answer = await withStranger(visitor, host, `<form method="post" enctype="text/plain" action="${visitor.gateway}${signOut}"><button>Win</button></form>`, async lure => {
        const [sent] = await Promise.all([lure.waitForResponse(response => response.url().endsWith(signOut)), lure.getByRole('button').click()]);
        return sent;
      });
      // Of the same site the cookie comes along, so that the origin has to be refused.
      if (host === 'localhost') assert.equal(answer.status(), 403);
      await isStillIn(page);
    }));

    test(`Fetch_${site}_IsRefusedAndReadsNothing`, () => visit(stage, {}, async (page, visitor) => {
      const email = await viewer(stage, 'lured-fetch');
      await enter(page, email);
      const statuses = [];
      const outcome = await withStranger(visitor, host, '<p>Look at the kittens</p>', async lure => {
        lure.on('response', answer => { if (answer.request().method() === 'POST') statuses.push(answer.status()); });
        return lure.evaluate(tries, { gateway: visitor.gateway, signOut, enrol });
      });
      assert.deepEqual(outcome, { read: 'blocked', written: 'blocked' });
      assert.ok(statuses.length > 0 && (host === 'localhost' ? statuses.every(status => status === 403) : statuses.includes(401)), `answers: ${statuses}`);
      await isStillIn(page);
      const beside = await Account.of(stage, email);
      assert.equal((await beside.get('/api/v1/identity/factors')).totp, false);
      assert.equal((await beside.get('/api/v1/profiles')).items.length, 1);
    }));
  }

  test('StoredScript_InATitleAndItsPeople_IsText', () => visit(stage, {}, async page => {
    await enter(page, await viewer(stage, 'curious'));
    await page.goto('/search?q=Quicksand');
    await page.getByRole('list', { name: catalogue('search.titles') }).getByText(evil.title).first().waitFor();
    await isUnbroken(page);
    await page.goto(`/titles/${evil.id}`);
    await page.getByText(`A story. ${script}`).first().waitFor();
    await page.getByText(`Mallory ${script}`).first().waitFor();
    await isUnbroken(page);
    await page.goto(`/people/${evil.person}`);
    await page.getByText(`Born. ${script}`).first().waitFor();
    await isUnbroken(page);
    await page.goto('/');
    await page.getByRole('region', { name: catalogue('home.new') }).getByText(evil.title).first().waitFor();
    await isUnbroken(page);
  }));

  test('StoredScript_InTheNameOfAProfile_IsText', () => visit(stage, {}, async page => {
    const email = await viewer(stage, 'misnamed');
    const account = await Account.of(stage, email);
    await account.post('/api/v1/profiles', { name: imageScript });
    await enter(page, email);
    await page.goto('/profiles');
    await page.getByRole('main').getByRole('button', { name: imageScript }).click();
    await page.waitForURL(url => url.pathname === '/');
    await page.getByRole('banner').getByRole('button', { name: imageScript }).click();
    await isUnbroken(page);
    await page.goto('/profiles/manage');
    await page.getByText(imageScript).first().waitFor();
    await page.getByRole('link', { name: profiles('manage.editOf', { name: imageScript }) }).waitFor();
    await isUnbroken(page);
  }));

  test('StoredScript_InCaptions_IsText', () => visit(stage, {}, async page => {
    await enter(page, await viewer(stage, 'reader'));
    const screening = await Screening.of(page, evil.id);
    await screening.choose('captions', /^Français/);
    await screening.reads(`Bonjour ${script}`);
    await isUnbroken(page);
  }));

  for (const path of ['/', '/titles/anything', '/admin/'])
    test(`Policy_Of${path.replaceAll(/\W+(\w?)/g, (_, letter) => letter.toUpperCase()) || 'Home'}_IsStrictAndFresh`, async () => {
      const gateway = await stage.graph.address('infra-gateway');
      const read = async () => {
        const answer = await fetch(new URL(path, gateway), { headers: { Accept: 'text/html' } });
        return { policy: answer.headers.get('content-security-policy'), html: await answer.text(), headers: answer.headers };
      };
      const [first, second] = [await read(), await read()];
      const nonceOf = ({ policy }) => policy.match(/script-src[^;]*'nonce-([^']{16,})'/)[1];
      assert.notEqual(nonceOf(first), nonceOf(second));
      assert.doesNotMatch(first.policy, /unsafe-|\*|https?:(?!\/\/)/);
      for (const rule of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]) assert.ok(first.policy.includes(rule), rule);
      assert.equal(first.headers.get('x-content-type-options'), 'nosniff');
      const tags = [...first.html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      assert.ok(tags.length > 0 && tags.every(tag => tag.includes(`nonce="${nonceOf(first)}"`)), tags.join(' '));
      assert.doesNotMatch(first.html, /\son\w+=|javascript:/i);
    });
});

// In a tab of the same browser whose console is the stranger's affair.
async function withStranger(visitor, host, html, act) {
  const stranger = await strangersPage(host, `<!doctype html><title>A prize</title>${html}`);
  const lure = await visitor.context.newPage();
  try {
    await lure.goto(stranger.address);
    return await act(lure);
  } finally {
    await lure.close();
    await stranger.close();
  }
}

// In the page of the stranger: what it can send, and what it learns.
async function tries({ gateway, signOut, enrol }) {
  const attempt = async act => {
    try { return await act(); } catch { return 'blocked'; }
  };
  const blind = path => attempt(() => fetch(gateway + path, { method: 'POST', mode: 'no-cors', credentials: 'include' }));
  for (const path of [enrol, signOut]) await blind(path);
  return {
    read: await attempt(async () => (await fetch(`${gateway}/api/v1/profiles`, { credentials: 'include' })).text()),
    written: await attempt(async () => (await fetch(`${gateway}/api/v1/profiles`, { method: 'POST', credentials: 'include', headers: { 'Content-Type': 'application/json' }, body: '{"name":"Mallory"}' })).text()),
  };
}

async function isStillIn(page) {
  await page.reload();
  await page.getByRole('region', { name: catalogue('home.new') }).waitFor();
}

async function isUnbroken(page) {
  assert.equal(await page.evaluate(() => window.broken), undefined);
  assert.equal(await page.locator('img[src="x"]').count(), 0);
}
