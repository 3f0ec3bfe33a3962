// What ends in one place ends everywhere, and says why.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stage } from '../stage.mjs';
import { account, arrives, auth, catalogue, enter, signIn, signOut } from './doors.mjs';
import { Account, viewer } from './people.mjs';
import { visit } from './visitor.mjs';

describe('Sessions', () => {
  test('SignOut_InOneTab_EndsTheOtherAtOnce', () => visit(stage, {}, async (page, visitor) => {
    const email = await viewer(stage, 'two-tabs');
    await enter(page, email);
    const other = await visitor.tab();
    await other.goto('/search');
    await other.getByRole('combobox', { name: catalogue('search.label') }).waitFor();

    await signOut(page);
    await page.waitForURL('**/welcome');
    await other.waitForURL(url => url.pathname === '/sign-in');
    assert.equal(new URL(other.url()).searchParams.get('reason'), 'signed-out');
    await other.getByText(auth('reason.signed-out')).waitFor();
    await page.goto('/');
    await page.waitForURL('**/welcome');
  }));

  test('Session_RevokedFromElsewhere_LeadsToTheDoorAndBack', () => visit(stage, {}, async (page, visitor) => {
    const email = await viewer(stage, 'revoked');
    await enter(page, email, { returnTo: '/search?q=harbour' });
    await revokeOthers(email);

    visitor.expectAnswer(401, '/api/v1/');
    await page.getByRole('combobox', { name: catalogue('search.label') }).fill('storm');
    await page.waitForURL(url => url.pathname === '/sign-in');
    await page.getByText(auth('reason.revoked')).waitFor();
    const back = new URL(page.url()).searchParams.get('return');
    assert.match(back, /^\/search\?q=/);
    await signIn(page, email, { at: null });
    await arrives(page, back);
  }));

  test('Session_EndedOnThePageOfSessions_EndsThatDevice', () => visit(stage, {}, async (page, visitor) => {
    const email = await viewer(stage, 'two-devices');
    await visit(stage, {}, async (elsewhere, other) => {
      await enter(elsewhere, email, { returnTo: '/search' });
      await enter(page, email, { returnTo: '/account/sessions' });
      await page.getByText(account('sessions.current')).waitFor();
      await visitor.picture('web-sessions');
      await page.getByRole('button', { name: account('sessions.endOthers') }).click();
      await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: account('sessions.confirmEnd') }).click();
      await page.getByText(account('sessions.onlyHere')).waitFor();

      other.expectAnswer(401, '/api/v1/');
      await elsewhere.getByRole('combobox', { name: catalogue('search.label') }).fill('storm');
      await elsewhere.waitForURL(url => url.pathname === '/sign-in');
      await elsewhere.getByText(auth('reason.signed-out-everywhere')).waitFor();
    });
    await page.reload();
    await page.getByText(account('sessions.onlyHere')).waitFor();
  }));
});

// From a session of the API.
async function revokeOthers(email) {
  const beside = await Account.of(stage, email);
  const { items } = await beside.get('/api/v1/session');
  const others = items.filter(session => !session.current);
  assert.ok(others.length > 0, JSON.stringify(items));
  await Promise.all(others.map(({ id }) => beside.delete(`/api/v1/session/${id}`)));
}
