// Starts the graph as a process of its own, and a browser; both end with the test.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const tools = createRequire(join(root, '.streamix/tools/'));
const { chromium } = tools('playwright-core');

const freePort = () => new Promise((found, failed) => {
  const server = createServer().once('error', failed);
  server.listen(0, '127.0.0.1', () => { const { port } = server.address(); server.close(() => found(port)); });
});

// With STREAMIX_GRAPH and STREAMIX_GRAPH_DATA, the output and the data of a platform that runs already, that one is used and left alone.
export async function startGraph(...options) {
  if (process.env.STREAMIX_GRAPH) return reach(() => readFileSync(process.env.STREAMIX_GRAPH, 'utf8'), process.env.STREAMIX_GRAPH_DATA, () => {});
  const data = join(root, '.streamix/test', `browser-${randomUUID()}`);
  const [dashboard, otlp, resources] = [await freePort(), await freePort(), await freePort()];
  const host = spawn('dotnet', [
    join(root, `Streamix.AppHost/bin/${process.env.CONFIGURATION ?? 'Release'}/net10.0/Streamix.AppHost.dll`),
    '--progress', 'true', '--backing', 'processes', '--ports', 'random', '--data', data, ...options,
  ], {
    env: {
      ...process.env, DOTNET_ENVIRONMENT: 'Development', ASPIRE_ALLOW_UNSECURED_TRANSPORT: 'true',
      ASPNETCORE_URLS: `http://localhost:${dashboard}`, ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL: `http://localhost:${otlp}`,
      ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL: `http://localhost:${resources}`,
    },
  });
  let output = '';
  const ended = new Promise(done => host.once('exit', done));
  for (const stream of [host.stdout, host.stderr]) stream.on('data', text => { output += text; });
  const stop = async () => { host.kill('SIGTERM'); await ended; rmSync(data, { recursive: true, force: true }); };
  try {
    await until(() => {
      if (host.exitCode !== null || host.signalCode !== null) throw new Error(`the AppHost ended:\n${output}`);
      return /all healthy in/.test(output) && /login\?t=/.test(output);
    }, 'the graph is healthy', 240_000);
  } catch (error) {
    await stop();
    throw new Error(`${error.message}\n${output}`);
  }
  await new Promise(done => setImmediate(done));
  return reach(() => output, data, stop);
}

function reach(output, data, stop) {
  const addresses = async name => {
    const line = new RegExp(`^\\s+${name}\\s+(http\\S+)`, 'gm');
    await until(() => output().search(line) >= 0, `the address of ${name}`, 10_000);
    return [...output().matchAll(line)].map(match => match[1]);
  };
  return {
    stop, data,
    login: output().match(/https?:\/\/\S+\/login\?t=\w+/)[0],
    secret: name => JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8'))[name],
    address: async name => (await addresses(name))[0],
    addresses,
  };
}

export async function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

// Polls a condition; never just sleeps.
export async function until(condition, what, within = 30_000) {
  const deadline = Date.now() + within;
  for (;;) {
    if (await condition()) return;
    if (Date.now() > deadline) throw new Error(`not within ${within / 1000} s: ${what}`);
    await new Promise(done => setTimeout(done, 100));
  }
}

// Loads the page anew until it shows what arrives there a moment later.
export async function untilShown(page, element, what, within) {
  await until(() => element.waitFor({ timeout: 2_500 }).then(() => true, () => page.reload().then(() => false)), what, within);
}

// Pictures for people to look at: STREAMIX_SCREENSHOTS names the folder.
export async function picture(page, name) {
  const folder = process.env.STREAMIX_SCREENSHOTS ?? join(root, '.streamix/screenshots');
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: false });
}
