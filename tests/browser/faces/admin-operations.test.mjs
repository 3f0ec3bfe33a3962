// Keeping the platform running: what is up, what lies about, what differs, and who serves.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stage } from '../stage.mjs';
import { deadLetter } from './admin/letters.mjs';
import { colleague, enterTool, goTo, operations } from './admin/staff.mjs';
import { confirm, isLoaded, press, question, row, says } from './admin/tool.mjs';
import { shared } from './words.mjs';
import { visit } from './visitor.mjs';

const long = { timeout: 120_000 };

describe('Admin operations', { concurrency: 2 }, () => {
  const as = (role, path, journey) => () => visit(stage, {}, async (page, visitor) => {
    await enterTool(page, await colleague(stage, role), path);
    await journey(page, visitor);
  });

  test('Health_OfAHealthyPlatform_ShowsEveryServiceUp', long, as('admin', '/admin/health', async (page, visitor) => {
    for (const state of ['degraded', 'down']) await page.getByText(operations(`healthCounts.${state}`, { number: 0 }), { exact: true }).waitFor({ timeout: 60_000 });
    const cards = page.getByRole('main').locator('li').filter({ has: page.getByRole('heading', { level: 2 }) });
    const services = await cards.getByRole('heading', { level: 2 }).allInnerTexts();
    assert.ok(services.includes('users-account') && services.includes('media-catalog'), services.join());
    await says(page, operations('healthCounts.up', { number: services.length }));
    await visitor.picture('admin-health');
    await goTo(page, 'overview');
    await says(page, operations('allWell'));
  }));

  test('DeadLetter_OpenedAndTriedAgain_IsGivenUpInTheEnd', long, as('admin', '/admin/dead-letters', async (page, visitor) => {
    const service = 'comms-email';
    const subject = await deadLetter(stage.graph, service);
    await page.getByRole('main').getByRole('button', { name: service }).click();
    const letter = row(page, operations('deadLetters'), subject);
    await letter.waitFor();
    await visitor.picture('admin-dead-letters');
    await letter.getByRole('button').click();
    const dialog = page.getByRole('dialog', { name: operations('deadLetter') });
    await dialog.getByText('There is nobody.').waitFor();
    visitor.expectAnswer(409, `/api/v1/operations/${service}/dead-letters/`);
    await press(dialog, operations('replay'));
    await page.getByRole('region', { name: shared('messages') }).getByText(operations('actRefused', { detail: '' })).first().waitFor();
    await press(dialog, operations('discard'));
    await confirm(page, operations('discardTitle'), operations('discard'));
    await letter.waitFor({ state: 'detached' });
    await page.goto(`/admin/audit?service=${service}`);
    await row(page, operations('audit'), 'dead-letter.discarded').first().waitFor();
  }));

  test('SearchIndex_ComparedAndRebuilt_DiffersNowhere', long, as('admin', '/admin/search-index', async (page, visitor) => {
    await orders(page, 'check');
    await says(page, operations('noDrift'));
    await orders(page, 'rebuild');
    await row(page, operations('indexes'), operations('generationStates.live')).waitFor();
    await isLoaded(page);
    await visitor.picture('admin-search-index');
  }));

  test('Edge_DrainedAndPutToUse_SaysSo', long, as('admin', '/admin/edges', async (page, visitor) => {
    const cards = page.getByRole('main').locator('li').filter({ has: page.getByRole('heading', { level: 2 }) });
    await cards.first().waitFor();
    const edge = (await cards.first().getByRole('heading').innerText()).trim();
    await visitor.picture('admin-edges');
    for (const [turn, state] of [['draining', 'draining'], ['active', 'active']]) {
      const title = operations('turnEdge', { act: operations(`turns.${turn}`), edge });
      await press(page, title);
      await confirm(page, title, operations(`turns.${turn}`));
      await cards.filter({ hasText: edge }).getByText(operations(`edgeStates.${state}`), { exact: true }).waitFor();
    }
  }));
});

// One job at a time; without a reason none begins.
async function orders(page, kind) {
  const title = operations(`indexActs.${kind}`);
  await press(page, title);
  const dialog = question(page, title);
  await press(dialog, title);
  await dialog.getByText(operations('whyMissing')).or(dialog.getByText(shared('required'))).first().waitFor();
  const why = `A ${kind} in a test.`;
  await dialog.getByLabel(operations('why'), { exact: true }).fill(why);
  await confirm(page, title);
  await row(page, operations('jobs'), why).getByText(operations('jobStates.finished'), { exact: true }).first().waitFor({ timeout: 60_000 });
}
