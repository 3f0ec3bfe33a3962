// Titles that viewers may watch: written, filmed, released and found, as editors do it.
import { randomUUID } from 'node:crypto';
import { Editor } from '../playback/editor.mjs';
import { succeeds } from '../playback/people.mjs';
import { Account, viewer } from './people.mjs';

const titles = '/api/v1/catalog/admin/titles';

export class Studio {
  static async open(stage) {
    const studio = new Studio();
    studio.stage = stage;
    studio.editors = await Account.administrator(stage);
    studio.editor = new Editor(studio.editors.gateway, studio.editors.token, stage.browser);
    return studio;
  }

  async write(kind, title, { parentId, age = 0, synopsis = `What is told in ${title}.`, ...content } = {}) {
    const head = parentId ? {} : {
      format: kind === 'series' ? 'series' : 'movie', genres: ['animation'],
      ratings: [{ territory: '*', label: age ? `${age}+` : 'All', minimumAge: age }], availability: [{ territory: '*', from: '1970-01-01T00:00:00Z' }],
    };
    const texts = [{ language: 'en', title, synopsis }];
    return (await this.editors.post(titles, { kind, parentId, content: { originalTitle: title, originalLanguage: 'en', year: 2026, texts, ...head, ...content } })).id;
  }

  async person(name, biography) {
    return (await this.editors.post('/api/v1/catalog/admin/people', { name, biographies: [{ language: 'en', text: biography }] })).id;
  }

  // Captions are WebVTT by language, beside those that the file brings.
  async shoot(titleId, film, { isProtected = false, markers = [], captions = {} } = {}) {
    const asset = await this.editor.upload(titleId, film, isProtected);
    await Promise.all(Object.entries(captions).map(([language, text]) => this.#caption(asset, language, text)));
    await this.editor.packaged(asset);
    if (markers.length > 0) await this.editors.put(`/api/v1/catalog/assets/${asset}/markers`, { markers });
    return asset;
  }

  // What has no film of its own is made ready first.
  async release(titleId, { hasFilm = true } = {}) {
    const step = name => succeeds(() => this.editors.post(`${titles}/${titleId}/${name}`, {}, { 'If-Match': '*' }), `${titleId}: ${name}`);
    if (!hasFilm) await step('ready');
    await step('publish');
  }

  // Everybody who looks for it sees it.
  async isFound(titleId, words) {
    const critic = await (critics ??= newCritic(this.stage));
    await succeeds(async () => {
      const { items } = await critic.get(`/api/v1/search?lang=en&limit=30&q=${encodeURIComponent(words)}`);
      if (!items.some(hit => hit.titleId === titleId)) throw new Error(`${words} is not found among ${items.map(hit => hit.title)}`);
      await critic.get(`/api/v1/catalog/titles/${titleId}`);
    }, `${words} is found`);
  }

  async #caption(asset, language, text) {
    const path = `/api/v1/catalog/assets/${asset}/texts?language=${language}&kind=subtitles`;
    const answer = await fetch(new URL(path, this.editors.gateway), {
      method: 'POST', body: text, headers: { Authorization: `Bearer ${this.editors.token}`, 'Content-Type': 'text/vtt', 'Idempotency-Key': randomUUID() },
    });
    if (!answer.ok) throw new Error(`captions: ${answer.status} ${await answer.text()}`);
  }
}

let critics;

async function newCritic(stage) { return Account.watching(stage, await viewer(stage, 'critic')); }

