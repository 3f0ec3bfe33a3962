// An editor before the page of a title: what is written, filmed, drawn, shown.
import assert from 'node:assert/strict';
import { shared } from '../words.mjs';
import { titles } from './staff.mjs';
import { fileButton, giveFile, openTab, press, says, writeNumber } from './tool.mjs';
import { makePicture } from './files.mjs';

// Begins a title; its id.
export async function begin(page, kind, name) {
  await page.getByRole('main').getByRole('link', { name: titles('newTitle'), exact: true }).first().click();
  await page.getByRole('radiogroup', { name: titles('kind') }).getByText(titles(`kinds.${kind}`), { exact: true }).click();
  await page.getByLabel(titles('originalTitle'), { exact: true }).fill(name);
  await press(page, titles('create'));
  return titleAt(page, name);
}

export async function titleAt(page, name) {
  await page.waitForURL(/\/admin\/titles\/[0-9a-f-]{32,36}(\?|$)/);
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  return new URL(page.url()).pathname.split('/').at(-1);
}

// As much as viewers must know of it.
export async function describeIt(page, synopsis) {
  await openTab(page, titles('tabs.details'));
  await writeNumber(page, titles('year'), 2026);
  await page.getByRole('group', { name: titles('textsIn', { language: 'English' }), exact: true }).getByLabel(titles('synopsis'), { exact: true }).fill(synopsis);
  await page.getByRole('group', { name: titles('genresTitle'), exact: true }).getByText(titles('genres.animation'), { exact: true }).click();
  await press(page, titles('addRating'));
  const rating = page.getByRole('group', { name: titles('ratingIn', { territory: '*' }), exact: true });
  await rating.getByLabel(titles('ratingLabel'), { exact: true }).fill('All');
  await writeNumber(rating, titles('minimumAge'), 0);
  await press(page, titles('addWindow'));
  await save(page);
}

export async function save(page) {
  await press(page, titles('save'));
  await says(page, titles('allSaved'));
}

// Its file, by the dropzone of the page.
export async function giveFilm(page, name, buffer) {
  await openTab(page, titles('tabs.media'));
  await giveFile(fileButton(page.getByRole('tabpanel')).first(), { name, mimeType: 'video/x-matroska', buffer });
  return page.getByRole('article').filter({ hasText: name });
}

export async function isMade(card) {
  await card.getByText(titles('assetStates.ready'), { exact: true }).waitFor({ timeout: 180_000 });
  await card.getByText(titles('media.plays'), { exact: true }).waitFor();
}

// A poster: one that is too small is refused, a larger one is cut with the keyboard.
export async function drawPoster(page) {
  await openTab(page, titles('tabs.artwork'));
  const [small, picture] = await Promise.all([makePicture(200, 300), makePicture(1200, 1500)]);
  const poster = page.getByRole('tabpanel').locator('section').filter({ has: page.getByRole('heading', { name: titles('artworkKinds.poster'), exact: true }) });
  await giveFile(fileButton(poster), small);
  await poster.getByText(titles('artwork.tooSmall', { least: 320, width: 200, height: 300 })).waitFor();
  await giveFile(fileButton(poster), picture);
  const dialog = page.getByRole('dialog', { name: titles('crop.title', { kind: titles('artworkKinds.poster') }) });
  const canvas = dialog.getByRole('application', { name: titles('crop.label') });
  const drawn = () => canvas.evaluate(one => one.toDataURL());
  const whole = await drawn();
  await canvas.focus();
  await page.keyboard.press('+');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.waitForFunction(([one, before]) => one.toDataURL() !== before, [await canvas.elementHandle(), whole]);
  await press(dialog, titles('artwork.add'));
  await dialog.waitFor({ state: 'hidden' });
  const shown = poster.getByRole('img', { name: `${titles('artworkKinds.poster')}, ${titles('artwork.noWriting')}` });
  await shown.waitFor();
  const ratio = await shown.evaluate(image => image.decode().then(() => image.naturalWidth / image.naturalHeight));
  assert.ok(Math.abs(ratio - 2 / 3) < 0.02, `the poster is cut to ${ratio}`);
}

// Asks, answers, and sees the state that follows.
export async function move(page, action, state, { reason, at } = {}) {
  await press(page.getByRole('tabpanel'), titles(`publish.actions.${action}`));
  const dialog = page.getByRole('dialog', { name: titles(`publish.titles.${action}`) });
  if (at) await dialog.getByLabel(titles('publish.at'), { exact: true }).fill(at);
  if (reason) {
    await press(dialog, titles(`publish.actions.${action}`));
    await dialog.getByText(shared('required')).or(dialog.getByText(titles('wrong.required'))).first().waitFor();
    await dialog.getByLabel(titles('publish.reason'), { exact: true }).fill(reason);
  }
  await press(dialog, titles(`publish.actions.${action}`));
  await dialog.waitFor({ state: 'hidden' });
  await says(page, titles(`publish.meanings.${state}`));
}
