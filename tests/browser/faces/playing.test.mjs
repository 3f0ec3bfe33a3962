// What happens while something plays: intros, chapters, ends, new addresses.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { until } from '../graph.mjs';
import { stage } from '../stage.mjs';
import { threeRenewals } from '../streaming/pace.mjs';
import { chapters, ferry, intro, length, lighthouse } from './films.mjs';
import { player } from './screening.mjs';
import { long, watch } from './watching.mjs';

describe('Playing', { concurrency: 2 }, () => {
  let film, series;
  before(async () => { [film, series] = await Promise.all([lighthouse(stage), ferry(stage)]); }, { timeout: 300_000 });

  test('Intro_Skipped_GoesOnBehindIt', long, watch(stage, 'impatient', () => film.id, async (screening, page) => {
    const skip = page.getByTestId('skip');
    await skip.waitFor();
    assert.equal(await skip.innerText(), player('skip.intro'));
    await skip.click();
    await screening.isAt(intro.toSeconds);
    await screening.key('PageDown');
    await screening.isAt(chapters[1].fromSeconds);
    const { now } = await page.getByTestId('seek-bar').evaluate(bar => ({ now: bar.getAttribute('aria-valuetext') }));
    assert.match(now, new RegExp(chapters[1].name));
  }));

  test('Film_LeftInTheMiddle_AsksAndStartsOverAsWished', long, watch(stage, 'undecided', () => film.id, async (screening, page) => {
    await screening.key('5');
    await screening.isAt(length / 2);
    await screening.plays(2);
    await page.reload();
    await screening.resume.waitFor();
    await page.getByRole('button', { name: player('resume.start') }).click();
    await screening.begins();
    const { time } = await screening.report();
    assert.ok(time < 15, `started over at ${time}`);
  }));

  test('Episode_NearItsEnd_CountsDownToTheNext', long, watch(stage, 'binger', () => series.episodes[0].id, async (screening, page, visitor) => {
    const next = page.getByTestId('next-episode');
    await next.waitFor();
    await next.getByText(player('next.place', { season: 1, number: 2 })).waitFor();
    await visitor.picture('web-player-next');
    await page.waitForURL(url => url.pathname === `/watch/${series.episodes[1].id}`);
    await screening.begins();
  }));

  test('Episode_CountdownCancelled_StaysHere', long, watch(stage, 'settled', () => series.episodes[0].id, async (screening, page) => {
    await page.getByTestId('next-episode').getByRole('button', { name: player('next.cancel') }).click();
    await screening.reaches(now => now.ended, 'it plays to its end');
    assert.match(page.url(), new RegExp(series.episodes[0].id));
    await page.getByTestId('next-episode').getByRole('button', { name: player('next.now') }).click();
    await page.waitForURL(url => url.pathname === `/watch/${series.episodes[1].id}`);
  }));

  test('Film_WatchedForLong_RenewsItsAddressesAndPlaysOn', long, watch(stage, 'patient', () => film.id, async (screening, page) => {
    const renewals = [];
    page.on('response', answer => { if (answer.url().endsWith('/renewals') && answer.ok()) renewals.push(answer.url()); });
    const from = await screening.report();
    await until(() => renewals.length >= 2, 'its addresses are renewed twice', threeRenewals + 10_000);
    const to = await screening.plays(1);
    assert.ok(to.time > from.time + 10, `from ${from.time} to ${to.time}`);
  }));
});
