// Passkeys, with an authenticator that the browser pretends to have (WebAuthn of the DevTools protocol).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stage } from '../stage.mjs';
import { account, arrives, auth, enter, proof, signOut } from './doors.mjs';
import { viewer } from './people.mjs';
import { visit } from './visitor.mjs';

test('Passkey_MadeInTheAccount_SignsInWithoutAPassword', { timeout: 90_000 }, () => visit(stage, {}, async (page, visitor) => {
  const credentials = await authenticator(visitor, page);
  await enter(page, await viewer(stage, 'keyholder'), { returnTo: '/account/passkeys' });
  await page.getByText(account('passkeys.none')).waitFor();
  await page.getByRole('button', { name: account('passkeys.add') }).click();
  await page.getByRole('dialog').getByLabel(account('passkeys.name')).fill('My test phone');
  await page.getByRole('dialog').getByRole('button', { name: account('passkeys.make') }).click();
  await page.getByText(account('passkeys.added')).waitFor();
  await page.getByText('My test phone').first().waitFor();
  assert.equal((await credentials()).length, 1);

  await signOut(page);
  await page.waitForURL('**/welcome');
  await page.goto('/sign-in');
  // Where the browser offers passkeys by itself, one goes in without the button.
  await Promise.any([
    page.waitForURL(url => url.pathname !== '/sign-in'),
    page.getByRole('button', { name: proof('passkey.use') }).click(),
  ]);
  await arrives(page);
  assert.ok((await credentials())[0].signCount > 0, 'it was used');
}));

async function authenticator(visitor, page) {
  const devtools = await visitor.context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return async () => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
}
