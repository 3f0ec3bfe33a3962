// The films of the journeys: each is made and released once, when the first journey asks for it.
import { randomUUID } from 'node:crypto';
import { makeFilm } from '../streaming/film.mjs';
import { Studio } from './studio.mjs';

const made = new Map();

// On a platform that others film on too, nothing else is called so.
const own = title => process.env.STREAMIX_GRAPH ? `${title} ${randomUUID().slice(0, 6)}` : title;

function once(name, make) {
  return stage => {
    if (!made.has(name)) made.set(name, make(stage));
    return made.get(name);
  };
}

export const length = 60;
export const intro = { kind: 'intro', fromSeconds: 2, toSeconds: 14 };
export const chapters = [
  { kind: 'chapter', name: 'The harbour', fromSeconds: 0, toSeconds: 20 },
  { kind: 'chapter', name: 'The storm', fromSeconds: 20, toSeconds: 40 },
  { kind: 'chapter', name: 'The morning', fromSeconds: 40, toSeconds: length },
];

// Encrypted, with two languages of sound and of captions, an intro and chapters.
export const lighthouse = once('lighthouse', async stage => {
  const title = own('The lighthouse keeper');
  const [studio, film] = await Promise.all([Studio.open(stage), makeFilm(length, '640x360')]);
  const person = await studio.person('Nadia Lindqvist', 'She has kept lights all her life.');
  const id = await studio.write('movie', title, { credits: [{ personId: person, department: 'director' }] });
  await studio.shoot(id, film, { isProtected: true, markers: [intro, ...chapters] });
  await studio.release(id);
  await studio.isFound(id, title);
  return { id, title, person };
});

// Two short episodes of one season.
export const ferry = once('ferry', async stage => {
  const title = own('The night ferry');
  const names = ['Casting off', 'The other shore'];
  const [studio, film] = await Promise.all([Studio.open(stage), makeFilm(12, '426x240')]);
  const series = await studio.write('series', title);
  const season = await studio.write('season', 'The first winter', { parentId: series, number: 1 });
  const episodes = [];
  for (const [at, name] of names.entries()) {
    const id = await studio.write('episode', name, { parentId: season, number: at + 1 });
    await studio.shoot(id, film);
    episodes.push({ id, name });
  }
  const [first, ...others] = episodes.map(({ id }) => id);
  await studio.release(first);
  for (const above of [season, series]) await studio.release(above, { hasFilm: false });
  for (const id of others) await studio.release(id);
  await studio.isFound(series, title);
  return { id: series, title, episodes };
});

// For adults only.
export const cellar = once('cellar', async stage => {
  const title = own('What the cellar hides');
  const [studio, film] = await Promise.all([Studio.open(stage), makeFilm(4, '426x240')]);
  const id = await studio.write('movie', title, { age: 18 });
  await studio.shoot(id, film);
  await studio.release(id);
  await studio.isFound(id, title);
  return { id, title };
});

export const script = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>';

// Script wherever an editor can write: it must be text.
export const scripted = once('scripted', async stage => {
  const title = `Quicksand ${script}`;
  const [studio, film] = await Promise.all([Studio.open(stage), makeFilm(12, '426x240')]);
  const person = await studio.person(`Mallory ${script}`, `Born. ${script}`);
  const id = await studio.write('movie', title, { synopsis: `A story. ${script}`, credits: [{ personId: person, department: 'cast', character: `Eve ${script}` }] });
  await studio.shoot(id, film, { captions: { fr: `WEBVTT\n\n00:00.000 --> 00:12.000\nBonjour ${script.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}\n` } });
  await studio.release(id);
  await studio.isFound(id, 'Quicksand');
  return { id, title, person };
});
