// The pages of the account, as its owner uses them. What ends the account comes last.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from '../graph.mjs';
import { stage } from '../stage.mjs';
import { account, arrives, auth, enter, proof, signIn, signOut } from './doors.mjs';
import { changeCode } from './mail.mjs';
import { Account, address, password, viewer } from './people.mjs';
import { codeOf } from './totp.mjs';
import { visit } from './visitor.mjs';

const another = 'seven slow barges 1682';

describe('Account', { concurrency: 2 }, () => {
  const own = (name, room, journey) => () => visit(stage, {}, async (page, visitor) => {
    const email = await viewer(stage, name);
    await enter(page, email, { returnTo: room });
    await journey(page, email, visitor);
  });

  test('Details_Changed_AreKept', own('renamed', '/account', async (page, email, visitor) => {
    await page.getByLabel(account('details.displayName')).fill('Ada King');
    await page.getByRole('form', { name: account('details.title') }).getByRole('button', { name: account('save'), exact: true }).click();
    await page.getByText(account('saved'), { exact: true }).first().waitFor();
    await page.reload();
    await until(async () => await page.getByLabel(account('details.displayName')).inputValue() === 'Ada King', 'the new name is kept');
    await visitor.picture('web-account');
  }));

  test('Email_ChangedByBothCodes_IsTheNewName', own('mover', '/account/email', async (page, email) => {
    const next = address('moved');
    await page.getByLabel(account('email.next')).fill(next);
    await page.getByRole('button', { name: account('email.submit') }).click();
    await page.getByLabel(auth('change.oldCode')).fill(await changeCode(stage, email));
    await page.getByLabel(auth('change.newCode')).fill(await changeCode(stage, next));
    await page.getByRole('button', { name: auth('change.submit'), exact: true }).click();
    await page.getByText(auth('change.done', { email: next })).waitFor();
    await signOut(page);
    await page.waitForURL('**/welcome');
    await signIn(page, next);
    await arrives(page);
  }));

  test('Password_Changed_IsTheOnlyOne', own('cautious', '/account/password', async (page, email, visitor) => {
    visitor.expectAnswer(422, '/api/v1/identity/password');
    visitor.expectAnswer(401, '/api/v1/identity/sign-in');
    await changes(page, 'not the password 1');
    await page.getByText(account('password.wrong')).first().waitFor();
    await changes(page, password);
    await page.getByText(account('password.done')).waitFor();
    await signOut(page);
    await page.waitForURL('**/welcome');
    await signIn(page, email);
    await page.getByText(auth('signIn.wrong')).first().waitFor();
    await signIn(page, email, { secret: another });
    await arrives(page);
  }));

  test('TwoStep_SetUpWithTheSecretShown_IsAskedForAtTheDoor', own('doubled', '/account/two-step', async (page, email) => {
    await page.getByRole('button', { name: account('twoStep.begin') }).click();
    await page.getByRole('img', { name: account('twoStep.qr') }).waitFor();
    const secret = (await page.getByLabel(account('twoStep.secret')).innerText()).replace(/\s/g, '');
    await page.getByLabel(account('twoStep.code'), { exact: true }).fill(codeOf(secret));
    await page.getByRole('button', { name: account('twoStep.confirm'), exact: true }).click();
    const codes = page.getByRole('list', { name: account('codes.title') }).getByRole('listitem');
    await codes.first().waitFor();
    assert.ok(await codes.count() >= 8, 'codes for when the phone is away');
    await page.getByText(account('codes.kept'), { exact: true }).click();
    await page.getByRole('button', { name: account('codes.done'), exact: true }).click();
    await page.getByText(account('twoStep.onBody')).waitFor();
    await signOut(page);
    await page.waitForURL('**/welcome');
    await signIn(page, email);
    await page.getByLabel(auth('second.totp')).fill(codeOf(secret, 1));
    await page.getByRole('button', { name: auth('second.submit'), exact: true }).click();
    await arrives(page);
  }));

  test('Data_AskedFor_BecomesAnArchive', { timeout: 120_000 }, own('curious', '/account/privacy', async page => {
    await page.getByText(account('export.none')).waitFor();
    await page.getByRole('button', { name: account('export.begin') }).click();
    await page.getByText(account('export.state.ready'), { exact: true }).waitFor({ timeout: 90_000 });
    const [archive] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: account('export.load') }).click()]);
    assert.equal(await archive.failure(), null);
    assert.match(archive.suggestedFilename(), /\.zip$/);
  }));

  test('Erasure_WithAllItsLocks_EndsTheAccount', { timeout: 120_000 }, own('leaving', '/account/privacy', async (page, email, visitor) => {
    visitor.expectAnswer(401, '/api/v1/');
    await page.getByRole('button', { name: account('erase.begin') }).click();
    const dialog = page.getByRole('dialog', { name: account('erase.title') });
    await dialog.getByLabel(account('erase.type')).fill(email);
    await dialog.getByText(account('erase.understood'), { exact: true }).click();
    await dialog.getByRole('button', { name: account('erase.submit') }).click();
    const asked = page.getByRole('dialog', { name: proof('stepUp.title') });
    await asked.getByLabel(proof('stepUp.password'), { exact: true }).fill(password);
    await asked.getByRole('button', { name: proof('stepUp.submit'), exact: true }).click();
    await page.waitForURL(url => url.pathname === '/erasure-receipt');
    await page.getByRole('heading', { name: account('receipt.title') }).waitFor();
    await until(() => Account.of(stage, email).then(() => false, error => error.status === 401), 'nobody signs in any more');
    await signIn(page, email);
    await page.getByText(auth('signIn.wrong')).first().waitFor();
  }));
});

async function changes(page, current) {
  await page.getByLabel(account('password.current'), { exact: true }).fill(current);
  await page.getByLabel(account('password.next'), { exact: true }).fill(another);
  await page.getByRole('button', { name: account('password.submit'), exact: true }).click();
}
