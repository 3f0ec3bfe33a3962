import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { picture, until } from './graph.mjs';
import { Editor } from './playback/editor.mjs';
import { makeFootage } from './playback/footage.mjs';
import { authorise } from './playback/licences.mjs';
import { administrator } from './playback/people.mjs';
import { contrast, look } from './playback/screen.mjs';
import { stage } from './stage.mjs';

const seconds = 6;
const ladder = [240, 360, 480, 720];

describe('Playback', { concurrency: 2 }, () => {
  let clear, encrypted, licence, token, foreign;

  before(async () => {
    const gateway = await stage.graph.address('infra-gateway');
    const [film, admin] = await Promise.all([makeFootage(seconds), administrator(stage.graph)]);
    const editor = new Editor(gateway, admin, stage.browser);
    const assets = await Promise.all([false, true].map(async isProtected => editor.upload(await editor.writeMovie(isProtected ? 'Under lock' : 'In the clear'), film, isProtected)));
    assert.ok(editor.mostParts > 1, 'the film has more than one part');
    [clear, encrypted] = await Promise.all(assets.map(asset => editor.packaged(asset)));
    licence = new URL('/api/v1/drm/clearkey', gateway).href;
    [token, foreign] = await Promise.all([assets[1], assets[0]].map(asset => authorise(stage.graph, asset, ['audio', 'sd', 'hd'])));
  }, { timeout: 300_000 });

  test('Dash_ClearInShaka_PlaysToItsEnd', async () => plays(await open({ player: 'shaka', manifest: at(clear, 'dash') }), false));

  test('Hls_ClearInHlsJs_PlaysToItsEnd', async () => plays(await open({ player: 'hls', manifest: at(clear, 'hls') }), false));

  test('Dash_EncryptedInShaka_PlaysToItsEndWithALicence', async () =>
    plays(await open({ player: 'shaka', manifest: at(encrypted, 'dash'), licence, token }), true, 'playback-shaka-dash'));

  test('Hls_EncryptedInHlsJs_PlaysToItsEndWithALicence', async () =>
    plays(await open({ player: 'hls', manifest: at(encrypted, 'hlsClearKey'), licence, token }), true, 'playback-hlsjs-hls'));

  test('Dash_EncryptedInShakaWithoutAToken_IsRefused', async () => refused(await open({ player: 'shaka', manifest: at(encrypted, 'dash'), licence }), 6007, 401));

  test('Hls_EncryptedInHlsJsWithoutAToken_IsRefused', async () =>
    refused(await open({ player: 'hls', manifest: at(encrypted, 'hlsClearKey'), licence }), 'keySystemLicenseRequestFailed', 401));

  test('Dash_EncryptedInShakaWithTheTokenOfAnotherFilm_IsRefused', async () =>
    refused(await open({ player: 'shaka', manifest: at(encrypted, 'dash'), licence, token: foreign }), 6007, 403));
});

const at = (packaged, manifest) => new URL(`/media/${packaged.prefix}${packaged[manifest]}`, stage.site.origin).href;

async function open(options) {
  const page = await stage.browser.newPage({ viewport: { width: 960, height: 720 } });
  await page.goto(stage.site.origin);
  await page.evaluate(options => { window.start(options); }, { ...options, goal: { time: 0.5, height: 0, cues: 0 } });
  return page;
}

async function plays(page, isEncrypted, name) {
  const report = () => page.evaluate(() => window.report());
  const playTo = goal => page.evaluate(goal => window.playTo(goal), goal);
  await reaches(report, now => now.reached, 'it plays');
  const low = await look(page);
  await page.evaluate(() => window.rise());
  await playTo({ time: 0, height: ladder.at(-1), cues: 1 });
  const risen = await reaches(report, now => now.reached, 'the highest rung and a subtitle are shown');
  if (name) await picture(page, name);
  const high = await look(page);
  await playTo({ time: risen.time + 0.8, height: 0, cues: 0 });
  await reaches(report, now => now.reached, 'it plays on');
  const later = await look(page);
  await playTo({ time: Infinity, height: 0, cues: 0 });
  const end = await reaches(report, now => now.ended, 'it plays to its end');
  await page.close();

  assert.deepEqual(end.errors, []);
  assert.equal(end.encrypted, isEncrypted);
  assert.ok(Math.abs(end.duration - seconds) < 0.1 && end.time > seconds - 0.1, `${end.time} of ${end.duration} s`);
  assert.deepEqual(end.levels, ladder);
  assert.deepEqual([end.heights.at(0), end.heights.at(-1)], [ladder.at(0), ladder.at(-1)]);
  assert.ok(end.decoded > 0 && end.dropped < end.decoded / 2, `${end.dropped} of ${end.decoded} frames dropped`);
  assert.ok(end.audioBytes > 0, 'the sound is decoded');
  for (const shown of [low, high, later]) assert.ok(contrast(shown) > 20, `contrast ${contrast(shown)}`);
  assert.ok(contrast(high, later) > 1, `change ${contrast(high, later)}`);
  assert.deepEqual(end.texts.map(language => language.slice(0, 2)), ['en']);
  assert.ok(end.cues.some(text => text.includes('The bars are moving.')), `shown: ${end.cues}`);
}

async function refused(page, code, status) {
  const end = await reaches(() => page.evaluate(() => window.report()), now => now.errors.length > 0, 'the player says so');
  await page.close();

  assert.equal(end.errors[0].code, code, JSON.stringify(end.errors));
  assert.equal(end.errors[0].status, status, JSON.stringify(end.errors));
  assert.deepEqual([end.time, end.decoded, end.heights.length], [0, 0, 0]);
}

// The first report that is as it should be.
async function reaches(report, condition, what) {
  let last;
  await until(async () => condition(last = await report()), what, 60_000).catch(error => { throw new Error(`${error.message}: ${JSON.stringify(last)}`); });
  return last;
}
