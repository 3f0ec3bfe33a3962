// What the platform is for: somebody new comes, finds a film, watches it, leaves, and goes on where they were.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { untilShown } from '../graph.mjs';
import { contrast, look } from '../playback/screen.mjs';
import { stage } from '../stage.mjs';
import { catalogue, common, signUp } from './doors.mjs';
import { lighthouse } from './films.mjs';
import { address } from './people.mjs';
import { player, Screening } from './screening.mjs';
import { visit } from './visitor.mjs';

let film;

describe('Main job', () => {
  before(async () => { film = await lighthouse(stage); }, { timeout: 300_000 });

  test('MainJob_FromSignUpToTheNextEvening_PlaysAndResumes', { timeout: 240_000 }, t => visit(stage, {}, async (page, visitor) => {
    const began = Date.now();
    const step = name => t.diagnostic(`${name} after ${((Date.now() - began) / 1000).toFixed(1)} s`);
    await signUp(stage, page, address('newcomer'));
    step('signed up');
    await findsTheFilm(page, visitor);
    step('found');

    await page.getByRole('main').getByRole('link', { name: catalogue('play.play'), exact: true }).first().click();
    const screening = new Screening(page);
    await screening.begins();
    step('first frame');
    const stopped = await watches(screening, visitor);
    step('watched');

    await screening.stir();
    await page.getByRole('link', { name: player('controls.leave') }).click();
    await page.waitForURL(`**/titles/${film.id}`);
    await page.getByRole('link', { name: common('brand.home') }).click();
    const continues = page.getByRole('region', { name: catalogue('home.continue') });
    await untilShown(page, continues, 'the film is among those to go on with', 40_000);
    await continues.getByRole('link', { name: film.title }).click();

    await screening.resume.getByRole('button').first().click();
    await screening.begins();
    const { time } = await screening.plays(0.2);
    step('resumed');
    assert.ok(time > stopped - 2 && time < stopped + 8, `stopped at ${stopped}, resumed at ${time}`);
  }));
});

async function findsTheFilm(page, visitor) {
  await page.getByRole('region', { name: catalogue('home.new') }).getByRole('link', { name: film.title }).waitFor();
  await visitor.picture('web-home');
  await page.getByRole('banner').getByRole('link', { name: common('header.search') }).click();
  await page.getByRole('combobox', { name: catalogue('search.label') }).pressSequentially(film.title.toLowerCase().slice(0, -4));
  const suggestion = page.getByRole('listbox', { name: catalogue('search.suggestions') }).getByRole('option', { name: film.title });
  await suggestion.waitFor();
  await visitor.picture('web-search');
  await suggestion.click();
  await page.waitForURL(url => url.pathname.startsWith('/titles/'));
  await page.getByRole('heading', { level: 1, name: film.title }).waitFor({ state: 'attached' });
  await page.getByRole('link', { name: 'Nadia Lindqvist' }).first().waitFor();
  await visitor.picture('web-title');
}

// With captions, and on from the middle; where it was in the end.
async function watches(screening, visitor) {
  const first = await screening.report();
  assert.equal(first.encrypted, true);
  const dark = await look(screening.page);
  await screening.key('c');
  await screening.reads('The clock counts');
  await screening.key('5');
  await screening.isAt(30);
  await screening.plays(2);
  await screening.reads('The clock counts');
  await screening.stir();
  await visitor.picture('web-player');
  const bright = await look(screening.page);
  assert.ok(contrast(bright) > 20 && contrast(dark, bright) > 1, 'a picture that changes');
  return (await screening.report()).time;
}
