import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { picture } from './graph.mjs';
import { call, enter, join, succeeds } from './playback/people.mjs';
import { contrast, look } from './playback/screen.mjs';
import { stage } from './stage.mjs';
import { release } from './streaming/cinema.mjs';
import { framesPerSecond, makeFilm } from './streaming/film.mjs';
import { seconds, threeRenewals } from './streaming/pace.mjs';
import { Viewer } from './streaming/viewer.mjs';

const calm = 8;
const ladder = [240, 360, 480];

describe('Streaming', () => {
  let film, locked;

  before(async () => {
    const [long, short] = await Promise.all([makeFilm(seconds), makeFilm(12, '640x360')]);
    [film, locked] = await Promise.all([release(stage, 'The clock', long, false), release(stage, 'The locked clock', short, true)]);
    const gateway = await stage.graph.address('infra-gateway');
    await Promise.all([film, locked].map(title => starts(gateway, title)));
  }, { timeout: 420_000 });

  for (const player of ['shaka', 'hls'])
    test(`${player === 'shaka' ? 'Dash_InShaka' : 'Hls_InHlsJs'}_FromSignInToAnotherBrowser_PlaysAndResumes`, async t => {
      const viewer = await arrives(player);
      const begun = await viewer.play(film, player);
      t.diagnostic(`first frame after ${Math.round(begun.firstFrame.after)} ms`);
      assert.ok(Math.abs(begun.duration - seconds) < 0.2 && begun.firstFrame.at < 0.5, JSON.stringify(begun));
      assert.deepEqual(begun.rungs, ladder);
      const first = await look(viewer.page);

      await seeks(viewer);
      await switchesTracks(viewer);
      await picture(viewer.page, `streaming-${player}`);
      assert.ok(contrast(first, await look(viewer.page)) > 1, 'another picture');
      await changesQuality(viewer);
      await renewsWithoutAStall(viewer, t);
      await resumesElsewhere(viewer, film, player, t);
    });

  for (const player of ['shaka', 'hls'])
    test(`${player === 'shaka' ? 'Dash_EncryptedInShaka' : 'Hls_EncryptedInHlsJs'}_WithThePlaybacksLicence_Plays`, async () => {
      const viewer = await arrives(`locked-${player}`);
      await viewer.play(locked, player);
      const played = await viewer.reaches(now => now.time > 3, 'it plays');
      await viewer.close();

      assert.equal(played.encrypted, true);
      assert.deepEqual([played.errors, viewer.complaints], [[], []]);
    });

  test('Hls_InFfmpeg_PlaysEveryFrame', async () => {
    const gateway = await stage.graph.address('infra-gateway');
    const { manifests } = await starts(gateway, film);
    const { stdout } = await promisify(execFile)('ffmpeg', [
      '-nostdin', '-v', 'error', '-xerror', '-i', new URL(manifests.hls, gateway).href, '-map', '0:v:0', '-map', '0:a:0', '-fps_mode', 'passthrough', '-f', 'framecrc', '-',
    ], { maxBuffer: 64 * 1024 * 1024 });

    const frames = stdout.split('\n').filter(line => line.startsWith('0,')).length;
    assert.equal(frames, seconds * framesPerSecond);
    assert.ok(stdout.split('\n').some(line => line.startsWith('1,')), 'with sound');
  });
});

async function arrives(name) {
  const email = `${name}-${randomUUID()}@example.org`;
  await join(stage.graph, email);
  return Viewer.arrive(stage, email);
}

async function seeks(viewer) {
  await viewer.seek(calm);
  await viewer.reaches(now => now.time > calm + 0.5 && now.time < calm + 10, 'it plays on from there');
}

async function switchesTracks(viewer) {
  const { audios, audio, sounds } = await viewer.report();
  assert.deepEqual([...audios].sort(), ['de', 'en']);
  const other = audio === 'de' ? 'en' : 'de';
  await viewer.listen(other);
  const { audioBytes } = await viewer.reaches(now => now.audio === other && now.sounds.length > sounds.length, 'the other language is fetched');
  await viewer.reaches(now => now.audioBytes > audioBytes, 'and heard');
  for (const [language, word] of [['de', 'Die Uhr zählt'], ['en', 'The clock counts']]) {
    await viewer.read(language);
    await viewer.reaches(now => now.cues.some(text => text.includes(word)), `subtitles in ${language} are shown`);
  }
}

async function changesQuality(viewer) {
  const { bandwidths } = await viewer.reaches(now => now.heights.at(-1) === ladder.at(-1), 'a fast connection brings the highest rung');
  await viewer.connection(Math.min(...bandwidths) / 8 * 1.4);
  await viewer.reaches(now => now.heights.at(-1) < ladder.at(-1), 'a slow one brings a lower rung');
  await viewer.connection();
  await viewer.seek(calm);
  await viewer.reaches(now => now.heights.at(-1) === ladder.at(-1), 'a fast one brings the highest rung again');
}

// Three times new addresses while it plays on as if nothing was.
async function renewsWithoutAStall(viewer, t) {
  await viewer.seek(calm);
  const from = await viewer.reaches(now => now.time > calm + 1 && now.time < calm + 10, 'it plays on from there');
  const [began, played] = [Date.now(), from.time];
  const to = await viewer.reaches(now => now.renewals >= from.renewals + 3 && now.tokens >= from.tokens + 2, 'its addresses are renewed three times', threeRenewals);
  const [lasted, moved] = [(Date.now() - began) / 1000, to.time - played];
  t.diagnostic(`${to.renewals - from.renewals} renewals within ${lasted.toFixed(1)} s, of which ${moved.toFixed(1)} s played and ${to.stalls - from.stalls} stalls; ${to.tokens} tokens used`);
  assert.equal(to.stalls, from.stalls, 'it never waited');
  assert.ok(moved > lasted - 1, `${moved} of ${lasted} s`);
}

async function resumesElsewhere(viewer, film, player, t) {
  const { errors } = await viewer.report();
  const stopped = await viewer.close();
  const elsewhere = await Viewer.arrive(stage, viewer.email);
  const { firstFrame, position } = await elsewhere.play(film, player);
  await elsewhere.close();
  t.diagnostic(`stopped at ${stopped.toFixed(2)} s, goes on at ${firstFrame.at.toFixed(2)} s`);

  assert.ok(Math.abs(position - stopped) < 2 && Math.abs(firstFrame.at - stopped) < 2, `stopped at ${stopped}, told ${position}, shown ${firstFrame.at}`);
  assert.deepEqual([errors, viewer.complaints, elsewhere.complaints], [[], [], []]);
}

// As a program without a page does.
async function starts(gateway, title) {
  const email = `ffmpeg-${randomUUID()}@example.org`;
  await join(stage.graph, email);
  const token = await enter(gateway, email);
  const body = { titleId: title, device: { id: 'ffmpeg', name: 'ffmpeg' } };
  return succeeds(() => call(gateway, '/api/v1/playback/playbacks', { method: 'POST', body, token }), 'it starts');
}
