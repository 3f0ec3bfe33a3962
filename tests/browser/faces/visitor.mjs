// Somebody at a browser of their own, whose every complaint fails the test: console errors, failed requests, broken scripts.
import assert from 'node:assert/strict';
import { picture } from './screens.mjs';

// What a browser gives up by itself when a page goes on.
const givenUp = /net::ERR_ABORTED/;

export class Visitor {
  complaints = [];
  #expected = [];

  static async arrive(stage, { width = 1280, height = 800, ...options } = {}) {
    const visitor = new Visitor();
    visitor.gateway = await stage.graph.address('infra-gateway');
    visitor.context = await stage.browser.newContext({ baseURL: visitor.gateway, viewport: { width, height }, locale: 'en-GB', reducedMotion: 'reduce', ...options });
    visitor.context.setDefaultTimeout(30_000);
    visitor.page = await visitor.tab();
    return visitor;
  }

  // Another tab of the same browser.
  async tab() {
    const page = await this.context.newPage();
    page.on('console', message => { if (message.type() === 'error') this.#complain(`console: ${message.text()} ${message.location().url}`); });
    page.on('pageerror', error => this.#complain(`script: ${error.stack ?? error.message}`));
    page.on('requestfailed', request => { if (!givenUp.test(request.failure()?.errorText)) this.#complain(`request: ${request.method()} ${request.url()} ${request.failure()?.errorText}`); });
    page.on('response', answer => { if (answer.status() >= 400) this.#complain(`answer: ${answer.status()} ${answer.request().method()} ${answer.url()}`); });
    return page;
  }

  // A complaint that belongs to the journey, such as the answer to a wrong password.
  expect(...patterns) { this.#expected.push(...patterns); }

  // An answer that belongs to the journey, and what the console says of it.
  expectAnswer(status, path) { this.expect(new RegExp(`^answer: ${status} \\S+ \\S*${path}`), new RegExp(`^console: .*status of ${status} .*${path}`)); }

  // Without a connection nothing arrives, as the console notes.
  expectOffline() { this.expect(/ERR_INTERNET_DISCONNECTED/, /ERR_NETWORK_CHANGED/); }

  #complain(text) { this.complaints.push(text); }

  // Goes, if nothing was wrong.
  async leave() {
    await this.context.close();
    assert.deepEqual(this.complaints.filter(text => !this.#expected.some(pattern => pattern.test(text))), []);
  }

  async picture(name) { await picture(this.page, name); }
}

// One journey of one visitor; a picture of where it ended when it fails.
export async function visit(stage, options, journey) {
  const visitor = await Visitor.arrive(stage, options);
  try {
    await journey(visitor.page, visitor);
  } catch (error) {
    await visitor.picture(`failed-${Date.now()}`).catch(() => {});
    const where = visitor.page.isClosed() ? 'a closed page' : visitor.page.url();
    await visitor.context.close();
    error.message += `\nat ${where}\n${visitor.complaints.join('\n')}`;
    throw error;
  }
  await visitor.leave();
}
