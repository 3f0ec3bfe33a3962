// One graph, one browser and one page server for all files of a run, as all.mjs runs them; a file alone brings its own.
import { after, before } from 'node:test';
import { startBrowser, startGraph } from './graph.mjs';
import { serveSite } from './playback/site.mjs';
import { pace } from './streaming/pace.mjs';

export const stage = {};

before(async () => {
  stage.site = await serveSite();
  stage.graph = await startGraph('--sample', '2', ...pace, ...patience(), '--Settings:infra-gateway:Gateway:Edge:Origins:0', stage.site.origin);
  stage.site.store(await stage.graph.address('local-s3'), stage.graph.secret('objects-secret-key'));
  stage.browser = await startBrowser();
}, { timeout: 300_000 });

after(async () => {
  await stage.browser?.close();
  await stage.graph?.stop();
  await stage.site?.close();
});

// A test asks again until it is so, more often than people do.
function patience() {
  const classes = ['default', 'login', 'write'].flatMap(name => ['User', 'Address'].flatMap(who => ['Permits', 'Burst'].map(size => `infra-gateway:Gateway:Limits:Classes:${name}:${who}:${size}`)));
  const services = ['users-account', 'auth-identity', 'auth-session'].map(name => `${name}:RateLimits:SensitivePerMinute`);
  return [...classes, ...services].flatMap(key => [`--Settings:${key}`, '100000']);
}
