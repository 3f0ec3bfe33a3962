// The transcode queue: everything one can do to a film in it, and how good it became.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeFilm } from '../streaming/film.mjs';
import { stage } from '../stage.mjs';
import { colleague, enterTool, goTo, operations, transcoding } from './admin/staff.mjs';
import { choose, confirm, press, question, row, says } from './admin/tool.mjs';
import { Account } from './people.mjs';
import { Studio } from './studio.mjs';
import { visit } from './visitor.mjs';

const name = 'film.mkv';

describe('Admin queue', () => {
  test('Film_InAPausedQueue_TakesEveryActAndIsMadeInTheEnd', { timeout: 240_000 }, () => visit(stage, {}, async (page, visitor) => {
    const [email, studio, film] = await Promise.all([colleague(stage, 'admin'), Studio.open(stage), makeFilm(4, '426x240')]);
    await enterTool(page, email, '/admin/transcoding');
    await press(page, transcoding('pauseQueue'));
    try {
      await says(page, transcoding('queuePaused'));
      await studio.editor.upload(await studio.write('movie', 'Patience'), film, false);
      await row(page, transcoding('jobs'), name).getByText(transcoding('states.waiting'), { exact: true }).first().waitFor();
      await visitor.picture('admin-transcoding');
      await row(page, transcoding('jobs'), transcoding('states.waiting')).getByRole('link', { name }).first().click();
      await isIn(page, 'waiting');
      await choose(page, transcoding('priority'), transcoding('priorityIs', { priority: 9 }));
      await page.getByRole('button', { name: transcoding('priorityIs', { priority: 9 }) }).waitFor();
      await acts(page, 'pause', 'paused');
      await acts(page, 'resume', 'waiting');
      await acts(page, 'cancel', 'cancelled');
      await says(page, 'Because we can.');
      await acts(page, 'retry', 'waiting');
      const { pathname } = new URL(page.url());
      await goTo(page, 'transcoding');
      await press(page, transcoding('resumeQueue'));
      await page.getByRole('button', { name: transcoding('pauseQueue') }).waitFor();
      await page.goto(pathname);
    } finally {
      await resumeQueue();
    }
    await isIn(page, 'done', 120_000);
    await isMeasured(page);
    await visitor.picture('admin-quality');
    await isRecorded(page);
  }));
});

// For the others, whatever became of this one.
async function resumeQueue() {
  const admin = await Account.administrator(stage);
  const { paused } = await admin.get('/api/v1/transcoding/queue');
  if (paused) await admin.post('/api/v1/transcoding/queue/resume', { reason: 'The test is over.' });
}

const isIn = (page, state, within = 30_000) => page.getByRole('main').locator('header').first().getByText(transcoding(`states.${state}`), { exact: true }).waitFor({ timeout: within });

async function acts(page, act, state) {
  const title = transcoding(`acts.${act}`);
  await press(page.getByRole('main').locator('header').first(), title);
  await question(page, title).getByLabel(transcoding('why'), { exact: true }).fill('Because we can.');
  await confirm(page, title);
  await isIn(page, state);
}

async function isMeasured(page) {
  for (const chart of ['bitrateOverTime', 'ssimOverTime']) await page.getByRole('img', { name: transcoding(chart) }).waitFor();
  const lines = page.getByRole('table', { name: transcoding('quality') }).getByRole('row');
  const numbers = (await lines.allInnerTexts()).flatMap(text => [...text.matchAll(/\b[01]\.\d{4}\b/g)].map(Number));
  assert.ok(numbers.length > 0 && numbers.every(ssim => ssim > 0.5 && ssim <= 1), `likeness ${numbers}`);
}

async function isRecorded(page) {
  await page.goto('/admin/audit?service=media-transcoder');
  await row(page, operations('audit'), 'Because we can.').first().waitFor();
}
