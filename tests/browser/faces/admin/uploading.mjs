// An editor before the page of uploads.
import { basename } from 'node:path';
import { shared } from '../words.mjs';
import { uploads } from './staff.mjs';
import { fileButton, giveFile, pick, press } from './tool.mjs';

export class Uploading {
  constructor(page) { this.page = page; }

  get chosen() { return this.page.getByRole('region', { name: uploads('chosen') }); }

  row(name) { return this.page.getByRole('main').getByTestId('upload').filter({ hasText: name }); }

  reaches(name, state, within = 60_000) { return this.row(name).and(this.page.locator(`[data-state="${state}"]`)).waitFor({ timeout: within }); }

  // The files, each for the title that is called like it.
  async start(files) {
    await giveFile(fileButton(this.page.getByRole('main'), true), ...files.map(({ path }) => path));
    for (const { path, title } of files)
      await pick(this.chosen.getByRole('listitem').filter({ hasText: basename(path) }).getByRole('combobox', { name: uploads('title') }), title);
    await press(this.chosen, uploads(files.length === 1 ? 'start_one' : 'start_other', { count: files.length }));
  }

  again(name, path) { return giveFile(this.row(name).getByRole('button', { name: uploads('chooseAgain'), exact: true }), path); }

  act(name, word) { return press(this.row(name), uploads(word, { file: name })); }

  refuses(text) { return this.page.getByRole('region', { name: shared('messages') }).getByText(text, { exact: true }).waitFor(); }
}
