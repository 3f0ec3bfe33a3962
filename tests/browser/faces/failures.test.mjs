// What the player says when it may not play, and what one can do then.
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { stage } from '../stage.mjs';
import { enter } from './doors.mjs';
import { lighthouse } from './films.mjs';
import { Account, succeeds, viewer } from './people.mjs';
import { player, Screening } from './screening.mjs';
import { visit } from './visitor.mjs';
import { long } from './watching.mjs';

describe('Failures', { concurrency: 2 }, () => {
  let film;
  before(async () => { film = await lighthouse(stage); }, { timeout: 300_000 });

  test('Film_OnOneDeviceTooMany_SaysWhatToDo', long, () => visit(stage, {}, async (page, visitor) => {
    const email = await viewer(stage, 'crowd');
    await hasOneStream(email);
    visitor.expectAnswer(403, '/api/v1/playback/playbacks');
    visitor.expectAnswer(409, '/api/v1/playback/playbacks');
    await enter(page, email);
    const elsewhere = await Account.watching(stage, email);
    const device = { id: randomUUID(), name: 'The television' };
    await succeeds(() => elsewhere.post('/api/v1/playback/playbacks', { titleId: film.id, device }), 'it plays on the television');
    await page.goto(`/watch/${film.id}`);
    await page.getByText(player('errors.too-many-streams.title')).waitFor();
    await visitor.picture('web-player-too-many');
    await page.getByRole('button', { name: player('streams.stopOn', { device: device.name }) }).click();
    await new Screening(page).begins();
  }));

  test('Film_ThatIsNotThere_SaysSo', long, () => visit(stage, {}, async (page, visitor) => {
    await enter(page, await viewer(stage, 'lost'));
    visitor.expectAnswer(404, '/api/v1/');
    visitor.expectAnswer(403, '/api/v1/playback/playbacks');
    await page.goto(`/watch/${randomUUID()}`);
    await page.getByText(player('errors.no-such-title.title')).waitFor();
    await page.getByTestId('failure').getByRole('link', { name: player('remedies.browse') }).click();
    await page.waitForURL(url => url.pathname === '/');
  }));
});

async function hasOneStream(email) {
  const [admin, account] = await Promise.all([Account.administrator(stage), Account.of(stage, email)]);
  const { id } = await account.get('/api/v1/account');
  const code = `one-${randomUUID().slice(0, 8)}`;
  await admin.post('/api/v1/rights/admin/plans', { code, name: 'One device', mostLines: 1080, streams: 1, softwareTier: 'hd', hardwareTier: 'uhd' });
  await succeeds(() => admin.put(`/api/v1/rights/admin/accounts/${id}/plan`, { plan: code }, { 'If-Match': '*' }), 'the account has its plan');
}
