// What an editor does: a title, and its file sent by a page of the platform straight to the object store, part by part.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../graph.mjs';
import { call } from './people.mjs';

export class Editor {
  mostParts = 0;

  constructor(gateway, token, browser) { Object.assign(this, { gateway, token, browser }); }

  async writeMovie(title) {
    const content = {
      originalTitle: title, originalLanguage: 'en', format: 'movie', year: 2026, genres: ['animation'],
      texts: [{ language: 'en', title, synopsis: 'A film of a few seconds.' }],
      ratings: [{ territory: '*', label: '0', minimumAge: 0 }], availability: [{ territory: '*', from: '1970-01-01T00:00:00Z' }],
    };
    return (await this.#send('/api/v1/catalog/admin/titles', { kind: 'movie', content })).id;
  }

  // The asset.
  async upload(titleId, film, isProtected) {
    const { upload, urls } = await this.#send('/api/v1/catalog/uploads', { titleId, fileName: 'film.mkv', bytes: film.length, contentType: 'video/x-matroska', protected: isProtected });
    this.mostParts = Math.max(this.mostParts, upload.partCount);
    await this.#send(`/api/v1/catalog/uploads/${upload.id}/complete`, { parts: await this.#sendParts(film, urls.items) });
    return upload.assetId;
  }

  async packaged(asset) {
    let view;
    await until(async () => {
      view = await call(this.gateway, `/api/v1/catalog/assets/${asset}`, { token: this.token });
      return ['ready', 'rejected', 'failed'].includes(view.state);
    }, `the asset ${asset} is transcoded`, 240_000);
    assert.equal(view.state, 'ready', JSON.stringify(view));
    return view.package;
  }

  // In a page, as its origin is what the bucket knows; past the policy of that page, which calls only the gateway.
  async #sendParts(film, parts) {
    const folder = mkdtempSync(join(tmpdir(), 'upload-'));
    const file = join(folder, 'film.mkv');
    const page = await this.browser.newPage({ bypassCSP: true });
    try {
      writeFileSync(file, film);
      await page.goto(new URL('/api/docs/', this.gateway).href);
      await page.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'film' })));
      await page.locator('#film').setInputFiles(file);
      return await page.evaluate(sendChosen, parts);
    } finally {
      await page.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }

  #send(path, body) { return call(this.gateway, path, { method: 'POST', body, token: this.token }); }
}

// In the page.
async function sendChosen(parts) {
  const [file] = document.querySelector('#film').files;
  return Promise.all(parts.map(async ({ number, offset, bytes, url, headers }) => {
    const answer = await fetch(url, { method: 'PUT', headers, body: file.slice(offset, offset + bytes) });
    if (!answer.ok) throw new Error(`part ${number}: ${answer.status} ${await answer.text()}`);
    return { number, etag: answer.headers.get('ETag') };
  }));
}
