// What the tool is for: a film is written, sent, made, dressed and released, and viewers find it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeFilm } from '../streaming/film.mjs';
import { stage } from '../stage.mjs';
import { begin, describeIt, drawPoster, giveFilm, isMade, move, titleAt } from './admin/titling.mjs';
import { colleague, enterTool, goTo, titles } from './admin/staff.mjs';
import { openTab, press, says } from './admin/tool.mjs';
import { catalogue, enter } from './doors.mjs';
import { viewer } from './people.mjs';
import { Screening } from './screening.mjs';
import { Studio } from './studio.mjs';
import { visit } from './visitor.mjs';
import { shared } from './words.mjs';

const name = 'The clockmaker of Delft';

describe('Admin main job', () => {
  test('Admin_FromAnEmptyPageToTheViewer_MakesAFilm', { timeout: 300_000 }, () => visit(stage, {}, async (page, visitor) => {
    const [email, film] = await Promise.all([colleague(stage, 'admin'), makeFilm(30)]);
    await enterTool(page, email);
    await visitor.picture('admin-overview');
    await goTo(page, 'titles');
    await isComplainedOf(page);
    const id = await titleAt(page, name);
    await lacksEverything(page);
    await describeIt(page, 'He repairs what time has broken.');
    await visitor.picture('admin-title');

    const card = await giveFilm(page, 'clockmaker.mkv', film);
    await card.getByRole('progressbar', { name: /^\d+p/ }).first().waitFor({ timeout: 120_000 });
    await visitor.picture('admin-transcoding-film');
    await isMade(card);
    await drawPoster(page);
    await visitor.picture('admin-artwork');

    await openTab(page, titles('tabs.publish'));
    await says(page, titles('publish.complete'));
    await page.getByRole('heading', { level: 3, name, exact: true }).waitFor();
    await says(page, 'He repairs what time has broken.');
    await visitor.picture('admin-publish');
    await move(page, 'publish', 'published');
    await isSeen(id);

    await withdraws(page, id);
  }));

  test('Editor_WithAShortFilm_ReleasesItToo', { timeout: 240_000 }, () => visit(stage, {}, async page => {
    const [email, film] = await Promise.all([colleague(stage, 'editor'), makeFilm(4, '426x240')]);
    await enterTool(page, email, '/admin/titles');
    const id = await begin(page, 'movie', 'A short walk in the rain');
    await describeIt(page, 'It is over soon.');
    await isMade(await giveFilm(page, 'walk.mkv', film));
    await openTab(page, titles('tabs.publish'));
    await move(page, 'publish', 'published');
    await (await Studio.open(stage)).isFound(id, 'A short walk in the rain');
  }));
});

// The form tells what is wrong while one writes.
async function isComplainedOf(page) {
  await page.getByRole('main').getByRole('link', { name: titles('newTitle'), exact: true }).first().click();
  const title = page.getByLabel(titles('originalTitle'), { exact: true });
  await press(page, titles('create'));
  await page.getByText(shared('required')).or(page.getByText(titles('wrong.required'))).first().waitFor();
  assert.equal(new URL(page.url()).pathname, '/admin/titles/new');
  await title.fill('x'.repeat(301));
  await says(page, titles('wrong.tooLong', { max: 300 }));
  await title.fill(name);
  await page.getByText(titles('wrong.tooLong', { max: 300 })).waitFor({ state: 'detached' });
  await press(page, titles('create'));
}

async function lacksEverything(page) {
  const slug = page.getByLabel(titles('slug'), { exact: true });
  const before = await slug.inputValue();
  await slug.fill('Not An Address!');
  await says(page, titles('wrong.slug', { max: 120 }));
  await says(page, titles('unsoundChanges'));
  await slug.fill(before);
  await page.getByText(titles('wrong.slug', { max: 120 })).waitFor({ state: 'detached' });
  await openTab(page, titles('tabs.publish'));
  for (const what of ['package', 'genres', 'ratings', 'availability']) await says(page, titles(`publish.lacks.${what}`));
  assert.equal(await page.getByRole('button', { name: titles('publish.actions.publish'), exact: true }).count(), 0);
}

// By a viewer, who plays it too.
async function isSeen(id) {
  await (await Studio.open(stage)).isFound(id, name);
  await visit(stage, {}, async page => {
    await enter(page, await viewer(stage, 'audience'), { returnTo: `/search?q=${encodeURIComponent('clockmaker')}` });
    await page.getByRole('main').getByRole('link', { name }).first().click();
    await page.waitForURL(`**/titles/${id}`);
    await page.getByText('He repairs what time has broken.').first().waitFor();
    await page.getByRole('main').getByRole('link', { name: catalogue('play.play'), exact: true }).first().click();
    await new Screening(page).begins();
  });
}

// Nobody finds it any more; then it has its premiere in a year.
async function withdraws(page, id) {
  await move(page, 'withdraw', 'withdrawn', { reason: 'The rights have ended.' });
  await says(page, 'The rights have ended.');
  const year = new Date().getFullYear() + 1;
  await move(page, 'schedule', 'scheduled', { at: `${year}-03-01T20:00` });
  await page.getByText(new RegExp(`^${titles('publish.opensAt', { at: '' })}.*${year}`)).waitFor();
  await visit(stage, {}, async (elsewhere, other) => {
    other.expectAnswer(404, `/api/v1/catalog/titles/${id}`);
    await enter(elsewhere, await viewer(stage, 'late'), { returnTo: `/titles/${id}` });
    await elsewhere.getByText(catalogue('title.unavailable')).waitFor();
  });
}
