// The doors: the right key, wrong keys, second keys, new keys.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stage } from '../stage.mjs';
import { arrives, auth, signIn } from './doors.mjs';
import { resetPath } from './mail.mjs';
import { Account, address, viewer } from './people.mjs';
import { codeOf } from './totp.mjs';
import { visit } from './visitor.mjs';

const doors = '/api/v1/identity/sign-in';
const another = 'four red lanterns 1799';

describe('Doors', { concurrency: 2 }, () => {
  for (const [name, email] of [['WrongPassword', () => viewer(stage, 'forgetful')], ['UnknownAddress', () => address('nobody')]])
    test(`SignIn_${name}_SaysTheSameAndLetsTryAgain`, () => visit(stage, {}, async (page, visitor) => {
      visitor.expectAnswer(401, doors);
      await signIn(page, await email(), { secret: 'not the password 1' });
      await page.getByText(auth('signIn.wrong')).first().waitFor();
      assert.equal(new URL(page.url()).pathname, '/sign-in');
      assert.equal(await page.getByRole('button', { name: auth('signIn.submit'), exact: true }).isEnabled(), true);
    }));

  test('SignIn_WithSecondStep_TakesACodeOfTheApp', () => visit(stage, {}, async (page, visitor) => {
    const { email, secret } = await withSecondStep('careful');
    visitor.expectAnswer(401, doors);
    await signIn(page, email);
    await answers(page, 'second.totp', wrongCodeFor(secret));
    await page.getByText(auth('second.wrong.totp')).first().waitFor();
    await answers(page, 'second.totp', codeOf(secret, 1));
    await arrives(page);
  }));

  test('SignIn_WithSecondStep_TakesEachRecoveryCodeOnce', () => visit(stage, {}, async (page, visitor) => {
    const { email, recoveryCodes: [code] } = await withSecondStep('phoneless');
    await signIn(page, email);
    await page.getByRole('button', { name: auth('second.use.recovery-code') }).click();
    await answers(page, 'second.recovery', code);
    await arrives(page);
    await page.evaluate(() => localStorage.clear());
    await page.goto('about:blank'); // so that nothing is asked any more without the cookies
    await visitor.context.clearCookies();
    visitor.expectAnswer(401, doors);
    await signIn(page, email);
    await page.getByRole('button', { name: auth('second.use.recovery-code') }).click();
    await answers(page, 'second.recovery', code);
    await page.getByText(auth('second.wrong.recovery-code')).first().waitFor();
  }));

  test('ForgottenPassword_LinkOfTheMail_SetsANewOneOnce', () => visit(stage, {}, async (page, visitor) => {
    const email = await viewer(stage, 'absent-minded');
    await page.goto('/sign-in');
    await page.getByRole('link', { name: auth('signIn.forgot') }).click();
    await page.getByRole('heading', { level: 1, name: auth('forgot.title') }).waitFor();
    await page.getByLabel(auth('email')).fill(email);
    await page.getByRole('button', { name: auth('forgot.submit') }).click();
    await page.getByText(auth('forgot.sent')).waitFor();

    const path = await resetPath(stage, email);
    await resets(page, path);
    await page.getByText(auth('reason.password-reset')).waitFor();
    assert.ok(!page.url().includes('token'), 'the token is not in the address');
    await signIn(page, email, { at: null, secret: another });
    await arrives(page);

    visitor.expectAnswer(422, '/api/v1/identity/password-resets/complete');
    await resets(page, path);
    await page.getByText(auth('reset.over')).first().waitFor();
  }));

  test('SignIn_WithAWayBack_GoesThere', () => visit(stage, {}, async page => {
    const email = await viewer(stage, 'returning');
    await page.goto('/search?q=ferry');
    await page.waitForURL(url => url.pathname === '/sign-in');
    await signIn(page, email, { at: null });
    await arrives(page, '/search?q=ferry');
  }));

  test('SignIn_WithAWayToAnotherSite_StaysHere', () => visit(stage, {}, async (page, visitor) => {
    const email = await viewer(stage, 'lured');
    await signIn(page, email, { at: `/sign-in?return=${encodeURIComponent('//elsewhere.example/')}` });
    await arrives(page);
    assert.equal(new URL(page.url()).origin, new URL(visitor.gateway).origin);
  }));

  test('SignIn_WithAReason_SaysIt', () => visit(stage, {}, async page => {
    for (const reason of ['revoked', 'expired', 'password-changed', 'suspended']) {
      await page.goto(`/sign-in?reason=${reason}`);
      await page.getByText(auth(`reason.${reason}`)).waitFor();
    }
    await page.goto('/sign-in?reason=<b>made+up</b>');
    await page.getByText(auth('reason.unknown')).waitFor();
  }));
});

async function withSecondStep(name) {
  const email = await viewer(stage, name);
  const account = await Account.of(stage, email);
  const { secret } = await account.post('/api/v1/identity/totp');
  const { recoveryCodes } = await account.post('/api/v1/identity/totp/confirm', { code: codeOf(secret) });
  return { email, secret, recoveryCodes };
}

// None of the codes around now.
function wrongCodeFor(secret) {
  const good = [-2, -1, 0, 1, 2].map(ahead => codeOf(secret, ahead));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find(code => !good.includes(code));
}

async function answers(page, label, code) {
  await page.getByLabel(auth(label)).fill(code);
  await page.getByRole('button', { name: auth('second.submit'), exact: true }).click();
}

async function resets(page, path) {
  await page.goto(path);
  await page.getByLabel(auth('reset.password'), { exact: true }).fill(another);
  await page.getByRole('button', { name: auth('reset.submit') }).click();
}
