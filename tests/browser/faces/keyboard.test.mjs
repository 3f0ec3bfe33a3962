// From the door to the picture by keyboard alone, and always to be seen where one is.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { until } from '../graph.mjs';
import { stage } from '../stage.mjs';
import { auth, catalogue, common } from './doors.mjs';
import { lighthouse } from './films.mjs';
import { password, viewer } from './people.mjs';
import { Screening } from './screening.mjs';
import { visit } from './visitor.mjs';

const most = 60;
let film;

describe('Keyboard', () => {
  before(async () => { film = await lighthouse(stage); }, { timeout: 300_000 });

  test('Keyboard_FromSignInToPlay_ReachesEverything', { timeout: 120_000 }, () => visit(stage, {}, async page => {
    const email = await viewer(stage, 'keys');
    const { keyboard } = page;
    await page.goto('/sign-in');
    await tabsTo(page, page.getByLabel(auth('email')));
    await keyboard.type(email);
    await tabsTo(page, page.getByLabel(auth('password.label'), { exact: true }));
    await keyboard.type(password);
    await keyboard.press('Enter');

    const first = page.getByRole('main').getByRole('listitem').getByRole('button').first();
    await first.waitFor();
    await tabsTo(page, first);
    await keyboard.press('Enter');
    await page.waitForURL(url => url.pathname === '/');
    const search = page.getByRole('banner').getByRole('link', { name: common('header.search') });
    await search.waitFor();
    // Back from the heading, which has the focus on arrival.
    await tabsTo(page, search, 'Shift+Tab');
    await keyboard.press('Enter');
    const box = page.getByRole('combobox', { name: catalogue('search.label') });
    await box.waitFor();
    await tabsTo(page, box);
    // Suggestions of what was typed so far give way to those of the whole.
    const suggested = page.waitForResponse(answer => new URL(answer.url()).searchParams.get('q') === film.title && answer.ok());
    await keyboard.type(film.title);
    await suggested;
    await page.getByRole('option', { name: film.title }).waitFor();
    await until(async () => {
      await keyboard.press('ArrowDown');
      return page.getByRole('option', { name: film.title, selected: true }).isVisible();
    }, 'an arrow chooses the suggestion', 5_000);
    await keyboard.press('Enter');
    await page.waitForURL(url => url.pathname.startsWith('/titles/'));
    const play = page.getByRole('link', { name: catalogue('play.play'), exact: true }).first();
    await play.waitFor();
    await tabsTo(page, play);
    await keyboard.press('Enter');
    await page.waitForURL(`**/watch/${film.id}`);

    const screening = new Screening(page);
    await screening.reaches(now => now.phase === 'playing' && now.ready > 1, 'the picture is there');
    if (await page.getByTestId('big-play').isVisible()) await keyboard.press('k');
    await screening.plays();
    await tabsTo(page, page.getByTestId('play'));
    await keyboard.press(' ');
    await screening.reaches(now => now.paused, 'the button pauses');
  }));
});

// Every stop on the way is to be seen.
async function tabsTo(page, target, key = 'Tab') {
  for (let stop = 0; stop < most; stop++) {
    if (await target.evaluate(element => element === document.activeElement)) return;
    await page.keyboard.press(key);
    const hidden = await page.evaluate(unseenFocus);
    assert.equal(hidden, null, `at ${page.url()}`);
  }
  assert.fail(`${target} is not reached by ${most} times ${key}`);
}

// In the page: what has the focus without showing it, or null.
function unseenFocus() {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) return null;
  const shows = element => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  };
  // The field around an input, or the label around a hidden one, may show it.
  const around = [activeElement, activeElement.parentElement, activeElement.parentElement?.parentElement].filter(Boolean);
  const box = activeElement.getBoundingClientRect();
  const within = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return around.some(shows) && within ? null : activeElement.outerHTML.slice(0, 200);
}
