// Somebody before the player: what plays, and the controls.
import { until } from '../graph.mjs';
import { words } from './words.mjs';

export const player = (key, values, language) => words('web-app', 'player', key, values, language);

export class Screening {
  constructor(page) { this.page = page; }

  // Opens the page of the player and comes as far as the picture.
  static async of(page, titleId) {
    const screening = new Screening(page);
    await page.goto(`/watch/${titleId}`);
    await screening.begins();
    return screening;
  }

  get surface() { return this.page.getByTestId('player'); }
  get captions() { return this.page.getByTestId('captions'); }
  get resume() { return this.page.getByTestId('resume'); }
  get failure() { return this.page.getByTestId('failure'); }
  get stats() { return this.page.getByTestId('stats'); }

  // Before there is a picture: nothing of anything.
  report() {
    return this.page.evaluate(() => {
      const video = document.querySelector('video') ?? document.createElement('video');
      const { currentTime: time, paused, ended, playbackRate: rate, volume, muted, duration, readyState: ready, mediaKeys } = video;
      return { time, paused, ended, rate, volume, muted, duration, ready, encrypted: mediaKeys !== null, phase: document.querySelector('[data-testid=player]')?.dataset.phase, decoded: video.getVideoPlaybackQuality().totalVideoFrames };
    });
  }

  // The first report that is as it should be.
  async reaches(condition, what, within = 60_000) {
    let last;
    await until(async () => condition(last = await this.report()), what, within).catch(error => { throw new Error(`${error.message}: ${JSON.stringify(last)}`); });
    return last;
  }

  // Browsers play nothing with sound before somebody pressed something.
  async begins() {
    const big = this.page.getByTestId('big-play');
    await until(async () => {
      if (await big.isVisible()) await big.click();
      if (await this.failure.isVisible()) throw new Error(`the player fails: ${await this.failure.innerText()}`);
      const { phase, paused, decoded } = await this.report();
      return phase === 'playing' && !paused && decoded > 0;
    }, 'it plays', 60_000);
  }

  plays(seconds = 0.5) {
    return this.report().then(({ time }) => this.reaches(now => !now.paused && now.time > time + seconds, `it plays on from ${time}`));
  }

  isAt(time, what = `it is at ${time} s`, slack = 6) { return this.reaches(now => now.time >= time - 0.5 && now.time < time + slack, what); }

  async key(...keys) { for (const key of keys) await this.page.keyboard.press(key); }

  // Controls hide from those who only watch.
  async stir() {
    const { x, y, width, height } = await this.surface.boundingBox();
    await this.page.mouse.move(x + width / 2, y + height / 3);
    await this.page.mouse.move(x + width / 2 + 5, y + height / 3);
  }

  async press(label) {
    await this.stir();
    await this.page.getByRole('button', { name: label, exact: true }).click();
  }

  // Opens one page of the settings and chooses in it.
  async choose(setting, option) {
    const panel = await this.settings(setting);
    await panel.getByRole('radio', { name: option }).locator('xpath=ancestor::label').click();
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Escape');
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  async settings(setting) {
    await this.stir();
    await this.page.getByTestId('settings').click();
    const overview = this.page.getByRole('dialog', { name: player('settings.title') });
    await overview.getByRole('button', { name: player(`settings.${setting}`) }).click();
    const panel = this.page.getByRole('dialog', { name: player(`settings.${setting}`) });
    await panel.waitFor();
    return panel;
  }

  // In a caption that is shown now.
  async reads(text) { await this.captions.getByText(text).first().waitFor(); }
}
