// What an editor does: a title, and its file sent by a page of the platform straight to the object store, part by part.
import assert from 'node:assert/strict';
import { until } from '../graph.mjs';
import { call } from './people.mjs';

export class Editor {
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
    assert.ok(upload.partCount > 1, 'the film has more than one part');
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
    const page = await this.browser.newPage({ bypassCSP: true });
    await page.goto(new URL('/api/docs/', this.gateway).href);
    await page.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'film' })));
    await page.locator('#film').setInputFiles({ name: 'film.mkv', mimeType: 'video/x-matroska', buffer: film });
    const sent = await page.evaluate(async parts => {
      const [file] = document.querySelector('#film').files;
      return Promise.all(parts.map(async ({ number, offset, bytes, url, headers }) => {
        const answer = await fetch(url, { method: 'PUT', headers, body: file.slice(offset, offset + bytes) });
        if (!answer.ok) throw new Error(`part ${number}: ${answer.status} ${await answer.text()}`);
        return { number, etag: answer.headers.get('ETag') };
      }));
    }, parts);
    await page.close();
    return sent;
  }

  #send(path, body) { return call(this.gateway, path, { method: 'POST', body, token: this.token }); }
}
