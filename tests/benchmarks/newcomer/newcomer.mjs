// The main job of the platform as a person does it who has just run `./streamix up`: comes, signs up, looks for a film, watches it with captions,
// leaves and goes on where they were. Prints when each step was reached, in seconds since the command (argument 1) and since all was healthy (2).
import assert from 'node:assert/strict';
import { startBrowser, startGraph, until, untilShown } from '../../browser/graph.mjs';
import { arrives, catalogue, common, signIn, signOut, signUp } from '../../browser/faces/doors.mjs';
import { address } from '../../browser/faces/people.mjs';
import { player, Screening } from '../../browser/faces/screening.mjs';
import { visit } from '../../browser/faces/visitor.mjs';

const [, , began, healthy] = process.argv.map(Number);
const firstFilm = 60;

const stage = { graph: await startGraph(), browser: await startBrowser() };
let last = Date.now();
const step = name => {
  const now = Date.now();
  console.log(`${seconds(now - began)} s  ${seconds(now - healthy)} s after all was healthy  (+${seconds(now - last)})  ${name}`);
  last = now;
};

try {
  await visit(stage, {}, async (page, visitor) => {
    const email = address('newcomer');
    await page.goto('/');
    await page.waitForURL('**/welcome');
    step('the first page');
    await signUp(stage, page, email);
    step('signed up, with the passcode of the letter');
    const film = await isShownAFilm(page);
    await visitor.picture('newcomer-home');
    await signOut(page);
    await page.waitForURL(url => url.pathname === '/welcome' || url.pathname === '/sign-in');
    await signIn(page, email);
    await arrives(page);
    step('signed out and in again');
    await findsIt(page, film);
    await visitor.picture('newcomer-title');

    await page.getByRole('main').getByRole('link', { name: catalogue('play.play'), exact: true }).first().click();
    const screening = new Screening(page);
    await screening.begins();
    assert.equal((await screening.report()).encrypted, true, 'the film is encrypted');
    step(`"${film}" plays, encrypted`);
    await screening.key('c');
    await until(async () => (await screening.captions.innerText()).trim(), 'a caption is read');
    await visitor.picture('newcomer-captions');
    step(`a caption: "${(await screening.captions.innerText()).trim().replaceAll(/\s+/g, ' ')}"`);
    await screening.key('5');
    const { time: stopped } = await screening.plays(3);

    await screening.stir();
    await page.getByRole('link', { name: player('controls.leave') }).click();
    await page.waitForURL('**/titles/*');
    await page.getByRole('link', { name: common('brand.home') }).click();
    const continues = page.getByRole('region', { name: catalogue('home.continue') });
    await untilShown(page, continues, 'it is among what one watches', 40_000);
    step('among what one goes on with');
    await continues.getByRole('link', { name: film }).click();
    await screening.resume.getByRole('button').first().click();
    await screening.begins();
    const { time } = await screening.plays(0.2);
    assert.ok(time > stopped - 3 && time < stopped + 10, `left at ${stopped}, went on at ${time}`);
    step(`left at ${stopped.toFixed(1)} s, resumed at ${time.toFixed(1)} s`);
  });
} finally {
  await stage.browser.close();
}

// What is new, as soon as there is something; the title of the first card.
async function isShownAFilm(page) {
  const card = page.getByRole('region', { name: catalogue('home.new') }).getByRole('link').first();
  await untilShown(page, card, 'a first film is published', 240_000);
  const late = (Date.now() - healthy) / 1000;
  step(`a film is there (aim: within ${firstFilm} s of all healthy: ${late < firstFilm ? 'met' : 'not met'})`);
  return card.locator('[title]').first().getAttribute('title');
}

async function findsIt(page, film) {
  await page.getByRole('banner').getByRole('link', { name: common('header.search') }).click();
  const option = page.getByRole('listbox', { name: catalogue('search.suggestions') }).getByRole('option', { name: film });
  await page.getByRole('combobox', { name: catalogue('search.label') }).pressSequentially(film.toLowerCase().slice(0, -2));
  await option.first().click();
  await page.getByRole('heading', { level: 1, name: film }).waitFor({ state: 'attached' });
  step('found by search');
}

function seconds(milliseconds) { return (milliseconds / 1000).toFixed(1).padStart(6); }
