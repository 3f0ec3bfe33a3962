// A series with its season, its episodes and whoever plays in it, written quickly.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { stage } from '../stage.mjs';
import { colleague, enterTool, goTo, people, titles } from './admin/staff.mjs';
import { choose, openTab, pick, press, says } from './admin/tool.mjs';
import { begin, save, titleAt } from './admin/titling.mjs';
import { visit } from './visitor.mjs';

const name = 'Letters from the lock';

describe('Admin series', () => {
  test('Series_WithASeasonAndTwoEpisodes_IsWrittenFromItsParts', { timeout: 90_000 }, () => visit(stage, {}, async (page, visitor) => {
    await enterTool(page, await colleague(stage, 'editor'), '/admin/titles');
    await begin(page, 'series', name);
    await openTab(page, titles('tabs.parts_of_series'));
    await press(page.getByRole('form', { name: titles('add.season') }), titles('add.season'));
    const season = titles('seasonTitle', { number: 1 });
    await page.getByRole('tabpanel').getByRole('link', { name: season, exact: true }).click();
    await titleAt(page, season);

    await openTab(page, titles('tabs.parts_of_season'));
    for (const [at, episode] of ['High water', 'Low water'].entries()) {
      const form = page.getByRole('form', { name: titles('add.episode') });
      await form.getByRole('textbox', { name: titles('number'), exact: true }).and(page.locator(`[value="${at + 1}"]`)).waitFor();
      await form.getByLabel(titles('originalTitle'), { exact: true }).fill(episode);
      await press(form, titles('add.episode'));
      await page.getByRole('tabpanel').getByRole('link', { name: episode, exact: true }).waitFor();
    }
    await visitor.picture('admin-season');
    await page.reload();
    const lines = page.getByRole('tabpanel').getByRole('listitem').filter({ has: page.getByRole('link', { name: /water$/ }) });
    await lines.nth(1).waitFor();
    assert.deepEqual(await lines.getByRole('link').allInnerTexts(), ['High water', 'Low water']);
  }));

  test('Person_MadeInTheCast_IsNamedAndFound', { timeout: 90_000 }, () => visit(stage, {}, async (page, visitor) => {
    const somebody = `Ruth Okafor ${randomUUID().slice(0, 6)}`;
    await enterTool(page, await colleague(stage, 'editor'), '/admin/titles');
    await begin(page, 'movie', 'The mill and the moon');
    await openTab(page, titles('tabs.cast'));
    await press(page.getByRole('tabpanel'), people('newPerson'));
    const dialog = page.getByRole('dialog', { name: people('newPerson') });
    await dialog.getByLabel(people('name'), { exact: true }).fill(somebody);
    await press(dialog, people('create'));
    await dialog.waitFor({ state: 'hidden' });
    await page.getByLabel(titles('cast.character'), { exact: true }).last().fill('The miller');
    await press(page, titles('cast.addThem'));
    const list = page.getByRole('list', { name: titles('tabs.cast') });
    await list.getByRole('link', { name: somebody, exact: true }).waitFor();

    await pick(page.getByRole('combobox', { name: people('person') }), somebody);
    await choose(page, titles('cast.department'), titles('departments.director'));
    await press(page, titles('cast.addThem'));
    await list.getByRole('link', { name: somebody, exact: true }).nth(1).waitFor();
    await save(page);
    await visitor.picture('admin-cast');
    await page.reload();
    assert.equal(await list.getByLabel(titles('cast.character'), { exact: true }).inputValue(), 'The miller');

    await goTo(page, 'people');
    await page.getByRole('searchbox', { name: people('search') }).fill(somebody);
    await page.getByRole('table').getByRole('link', { name: somebody, exact: true }).click();
    await openTab(page, people('tabs.titles'));
    await page.getByRole('tabpanel').getByRole('link', { name: 'The mill and the moon' }).first().waitFor();
  }));

  test('Title_ChangedByTwoAtOnce_AsksTheSecond', { timeout: 90_000 }, () => visit(stage, {}, async (page, visitor) => {
    await enterTool(page, await colleague(stage, 'editor'), '/admin/titles');
    const id = await begin(page, 'movie', 'Two pens');
    const other = await visitor.tab();
    await other.goto(`/admin/titles/${id}`);
    await writesTagline(other, 'By the other one');
    await save(other);
    visitor.expectAnswer(412, `/api/v1/catalog/admin/titles/${id}`);
    await writesTagline(page, 'By this one');
    await press(page, titles('save'));
    await says(page, titles('conflict.title'));
    await press(page, titles('conflict.overwrite'));
    await says(page, titles('allSaved'));
    await other.reload();
    await other.getByLabel(titles('tagline'), { exact: true }).and(other.locator('[value="By this one"]')).waitFor();
  }));
});

const writesTagline = (page, text) => page.getByLabel(titles('tagline'), { exact: true }).fill(text);
