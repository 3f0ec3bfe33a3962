// The people of the platform: found, given roles, suspended, signed out, and all of it written down.
import { describe, test } from 'node:test';
import { stage } from '../stage.mjs';
import { colleague, enterTool, goTo, idOf, operations, users } from './admin/staff.mjs';
import { confirm, press, question, row, says } from './admin/tool.mjs';
import { auth, catalogue, enter } from './doors.mjs';
import { Account, viewer } from './people.mjs';
import { visit } from './visitor.mjs';

const long = { timeout: 120_000 };

describe('Admin users', { concurrency: 2 }, () => {
  test('User_FoundByAddress_IsGivenARoleAndLosesIt', long, () => visit(stage, {}, async (page, visitor) => {
    const [admin, email] = await Promise.all([colleague(stage, 'admin'), viewer(stage, 'apprentice')]);
    await enterTool(page, admin, '/admin/');
    await goTo(page, 'users');
    await page.getByRole('searchbox', { name: users('findEmail') }).fill(email);
    await page.getByRole('table').getByRole('link', { name: email, exact: true }).click();
    const role = users('roleNames.editor');
    await turns(page, users('grantRole', { role }), users('grant'));
    await page.getByRole('button', { name: users('withdrawRole', { role }), exact: true }).waitFor();
    await visitor.picture('admin-user');
    await turns(page, users('withdrawRole', { role }), users('withdraw'));
    await page.getByRole('button', { name: users('grantRole', { role }), exact: true }).waitFor();

    await page.getByRole('link', { name: users('auditOf') }).click();
    for (const act of [/role.*grant/i, /role.*with/i]) await row(page, operations('audit'), act).first().waitFor();
  }));

  test('User_Suspended_IsPutOutAndComesBackWhenReinstated', long, () => visit(stage, {}, async page => {
    const [admin, email] = await Promise.all([colleague(stage, 'admin'), viewer(stage, 'rowdy')]);
    const id = await idOf(await Account.administrator(stage), email);
    await visit(stage, {}, async (elsewhere, other) => {
      await enter(elsewhere, email, { returnTo: '/search' });
      await enterTool(page, admin, `/admin/users/${id}`);
      await moves(page, 'suspend', 'suspended');
      await isPutOut(elsewhere, other, 'suspended');
    });
    await moves(page, 'reinstate', 'active');
    await says(page, 'What the neighbours said.');
    await visit(stage, {}, elsewhere => enter(elsewhere, email));
    await page.getByRole('link', { name: users('auditOf') }).click();
    for (const act of ['account.suspended', 'account.reinstated']) await row(page, operations('audit'), act).first().waitFor();
  }));

  test('Session_EndedBySupport_LeadsThatBrowserToTheDoor', long, () => visit(stage, {}, async (page, visitor) => {
    const [support, email] = await Promise.all([colleague(stage, 'support'), viewer(stage, 'careless')]);
    await visit(stage, {}, async (elsewhere, other) => {
      await enter(elsewhere, email, { returnTo: '/search' });
      await enterTool(page, support, '/admin/sessions');
      await page.getByRole('searchbox', { name: users('findEmail') }).fill(email);
      await press(page, users('sessionsOf', { email }));
      const chromium = page.getByRole('table', { name: users('sessions') }).getByRole('row').filter({ hasText: /chrom/i });
      await chromium.getByRole('button').click();
      await confirm(page, users('endOne'));
      await chromium.waitFor({ state: 'detached' });
      await visitor.picture('admin-sessions');
      await isPutOut(elsewhere, other, 'revoked');
    });
    await page.goto('/admin/audit?service=auth-session');
    await row(page, operations('audit'), 'session.ended').first().waitFor();
  }));
});

async function turns(page, title, label) {
  await press(page, title);
  await confirm(page, title, label);
}

async function moves(page, move, state) {
  const title = users(`moves.${move}`);
  await press(page.getByRole('main').locator('header').first(), title);
  await question(page, title).getByLabel(users('note'), { exact: true }).fill('What the neighbours said.');
  await confirm(page, title);
  await page.getByRole('main').locator('header').first().getByText(users(`statuses.${state}`), { exact: true }).waitFor();
}

// Whatever they do next says so.
async function isPutOut(page, visitor, reason) {
  visitor.expectAnswer(401, '/api/v1/');
  await page.getByRole('combobox', { name: catalogue('search.label') }).fill('storm');
  await page.waitForURL(url => url.pathname === '/sign-in');
  await page.getByText(auth(`reason.${reason}`)).waitFor();
}
