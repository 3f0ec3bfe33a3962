// The player's controls: by keys and by menus.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { until } from '../graph.mjs';
import { stage } from '../stage.mjs';
import { contrastOf, lookOf } from './captions.mjs';
import { length, lighthouse } from './films.mjs';
import { player } from './screening.mjs';
import { goesOn, long, watch } from './watching.mjs';

describe('Player', { concurrency: 2 }, () => {
  let film;
  before(async () => { film = await lighthouse(stage); }, { timeout: 300_000 });

  test('Keys_OfThePlayer_DoWhatTheHelpSays', long, watch(stage, 'typist', () => film.id, async (screening, page) => {
    const isAt = time => screening.isAt(time, `it is at ${time} s`, 1);
    await screening.key('k');
    await screening.reaches(now => now.paused, 'k pauses');
    for (const [keys, time] of [['3', length * 0.3], ['l', length * 0.3 + 10], ['jj', length * 0.3 - 10], [['ArrowRight'], length * 0.3 - 5], [['ArrowLeft'], length * 0.3 - 10]]) {
      await screening.key(...keys);
      await isAt(time);
    }
    await screening.key('m');
    await screening.reaches(now => now.muted, 'm mutes');
    await screening.key('m', 'ArrowDown', 'ArrowDown');
    await screening.reaches(now => !now.muted && now.volume < 0.95, 'and makes it quieter');
    await screening.key('>');
    await screening.reaches(now => now.rate > 1, '> is faster');
    await screening.key('<', '<');
    await screening.reaches(now => now.rate < 1, '< is slower');
    await screening.key('f');
    await until(() => page.evaluate(() => document.fullscreenElement !== null), 'f fills the screen');
    await screening.key('f');
    await until(() => page.evaluate(() => document.fullscreenElement === null), 'and leaves it');
    await screening.key('?');
    await page.getByRole('dialog', { name: player('help.title') }).waitFor();
    await screening.key('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await screening.key(' ');
    await screening.plays();
  }));

  test('Menus_OfThePlayer_ChangeWhatIsSeenAndHeard', long, watch(stage, 'chooser', () => film.id, async (screening, page, visitor) => {
    await screening.choose('captions', /^Deutsch/);
    await screening.reads('Die Uhr zählt');
    await screening.choose('captions', /^English/);
    await screening.reads('The clock counts');
    await screening.choose('audio', /^Deutsch/);
    await screening.choose('speed', '1.5×');
    await screening.reaches(now => now.rate === 1.5, 'the speed chosen');
    await screening.choose('quality', /^240p/);
    await screening.stir();
    await page.getByTestId('settings').click();
    await page.getByRole('switch', { name: player('settings.stats') }).click();
    await screening.stats.getByText(/×240$/).waitFor({ timeout: 60_000 });
    await screening.stats.getByText(/^\d+(\.\d+)? s$/).first().waitFor();
    await visitor.picture('web-player-statistics');
    await screening.stats.getByRole('button', { name: player('panel.close') }).click();
    await screening.stats.waitFor({ state: 'hidden' });
  }));

  test('Film_AskedForAsHls_PlaysEncryptedWithSoundAndCaptionsOfChoice', long, watch(stage, 'tuner', () => `${film.id}?format=hls`, async (screening, page, visitor) => {
    await screening.reaches(now => now.encrypted, 'it is encrypted');
    await screening.choose('captions', /^Deutsch/);
    await screening.reads('Die Uhr zählt');
    await screening.choose('audio', /^Deutsch/);
    await screening.key('5');
    await screening.isAt(length / 2);
    await screening.plays();
    await shows(screening, 'HLS');
    await visitor.picture('web-player-hls');
    const fetched = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
    assert.ok(fetched.some(path => path.endsWith('/clearkey.m3u8')), 'by its playlists');
    assert.deepEqual(fetched.filter(path => path.endsWith('.mpd')), []);
  }));

  test('Film_WhoseDashManifestIsBroken_GoesOnAsHlsWhereItWas', long, watch(stage, 'unlucky', () => film.id, async (screening, page) => {
    await shows(screening, 'DASH');
    await screening.key('5');
    await screening.isAt(length / 2);
    await screening.plays(2);
    await page.route(url => url.pathname.endsWith('.mpd'), route => route.fulfill({ contentType: 'application/dash+xml', body: '<MPD' }));
    await page.reload();
    await goesOn(screening);
    await shows(screening, 'HLS');
    const { time, encrypted } = await screening.report();
    assert.ok(encrypted && time >= length / 2, `on at ${time}`);
  }));

  test('Captions_InAnotherStyle_AreReadableAndRemembered', long, watch(stage, 'reader', () => film.id, async (screening, page, visitor) => {
    await screening.key('c');
    await screening.reads('The clock counts');
    assert.ok(contrastOf(await lookOf(screening)) >= 4.5, 'readable as they are');
    const panel = await screening.settings('style');
    for (const [legend, option] of [['size', player('style.percent', { percent: 150 })], ['color', player('colors.ffff00')], ['background', player('colors.202060')], ['opacity', player('style.percent', { percent: 75 })]])
      await panel.getByRole('group', { name: player(`style.${legend}`), exact: true }).getByRole('radio', { name: option, exact: true }).locator('xpath=ancestor::label').click();
    const usual = await lookOf(screening);
    assert.equal(usual.color, 'rgb(255, 255, 0)');
    assert.ok(contrastOf(usual) >= 4.5, JSON.stringify(usual));
    await visitor.picture('web-player-captions');
    const [note, dense] = [panel.getByTestId('caption-contrast'), percent => panel.getByRole('group', { name: player('style.opacity'), exact: true }).getByRole('radio', { name: player('style.percent', { percent }), exact: true }).locator('xpath=ancestor::label')];
    assert.equal(await note.innerText(), '');
    await dense(25).click();
    await note.getByText(player('style.weak.bright', { ratio: '1.5', least: 4.5 })).waitFor();
    await dense(75).click();
    await until(async () => await note.innerText() === '', 'readable again, without a word about it');
    await page.reload();
    await goesOn(screening);
    await screening.reads('The clock counts');
    assert.deepEqual(await lookOf(screening), usual);
  }));
});

// In the statistics.
async function shows(screening, format) {
  await screening.stir();
  await screening.page.getByTestId('settings').click();
  const { page, stats } = screening;
  await page.getByRole('switch', { name: player('settings.stats') }).click();
  await page.keyboard.press('Escape');
  await stats.getByText(format, { exact: true }).waitFor();
  await stats.getByRole('button', { name: player('panel.close') }).click();
}
