// Somebody at a browser of their own, who signs in and presses play.
import { until } from '../graph.mjs';
import { password } from '../playback/people.mjs';

export class Viewer {
  #context;

  static async arrive(stage, email) {
    const viewer = new Viewer();
    viewer.stage = stage;
    viewer.email = email;
    viewer.#context = await stage.browser.newContext({ viewport: { width: 900, height: 720 } });
    return viewer;
  }

  // Up to the first frame.
  async play(title, player) {
    const page = this.page = await this.#context.newPage();
    this.complaints = [];
    page.on('console', message => { if (message.type() === 'error') this.complaints.push(`${message.text()} ${message.location().url}`); });
    page.on('pageerror', error => this.complaints.push(error.message));
    const gateway = await this.stage.graph.address('infra-gateway');
    await page.goto(`${this.stage.site.origin}/watch?${new URLSearchParams({ gateway, title, player })}`);
    await page.fill('#email', this.email);
    await page.fill('#password', password);
    await page.click('form button:not([hidden])');
    await this.reaches(now => now.signedIn, 'the door opens');
    await page.click('#play');
    return this.reaches(now => now.firstFrame && now.rungs && now.playing, 'the first frame is shown');
  }

  report() { return this.page.evaluate(() => window.report()); }

  // The first report that is as it should be.
  async reaches(condition, what, within = 60_000) {
    let last;
    await until(async () => condition(last = await this.report()) || last.errors.length > 0, what, within).catch(error => { throw new Error(`${error.message}: ${JSON.stringify(last)} ${this.complaints}`); });
    if (!condition(last)) throw new Error(`${what}: ${JSON.stringify(last.errors)}`);
    return last;
  }

  seek(time) { return this.page.evaluate(time => window.seek(time), time); }
  listen(language) { return this.page.evaluate(language => window.listen(language), language); }
  read(language) { return this.page.evaluate(language => window.read(language), language); }

  // Bytes per second of everything that this page fetches; none: as fast as it goes.
  async connection(bytesPerSecond) {
    this.network ??= await this.#context.newCDPSession(this.page);
    await this.network.send('Network.enable');
    await this.network.send('Network.emulateNetworkConditions', { offline: false, latency: bytesPerSecond ? 20 : 0, downloadThroughput: bytesPerSecond ?? -1, uploadThroughput: -1 });
  }

  // As people do: the page just goes. Where the picture was.
  async close() {
    const { time } = await this.report();
    await this.page.goto('about:blank');
    await this.#context.close();
    return time;
  }
}
