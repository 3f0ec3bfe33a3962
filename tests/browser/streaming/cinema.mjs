// Films that viewers may watch.
import { Editor } from '../playback/editor.mjs';
import { administrator, call, succeeds } from '../playback/people.mjs';

// Uploads, transcodes and publishes; the id of the title.
export async function release(stage, name, film, isProtected) {
  const gateway = await stage.graph.address('infra-gateway');
  const token = await administrator(stage.graph);
  const editor = new Editor(gateway, token, stage.browser);
  const title = await editor.writeMovie(name);
  await editor.packaged(await editor.upload(title, film, isProtected));
  await succeeds(() => call(gateway, `/api/v1/catalog/admin/titles/${title}/publish`, { method: 'POST', body: {}, token, headers: { 'If-Match': '*' } }), `${name} is published`);
  return title;
}
