// In the page: one playback as the API wants it. Tells where the viewer is, and renews the addresses of the edges before they end.
const playbacks = '/api/v1/playback/playbacks';
const mostUntold = 500;

export class Session {
  renewals = 0;
  used = new Set();
  sounds = new Set();
  #api; #video; #answer; #licence; #note; #beats; #renewing;
  #current = new Map();
  #tokens = new Map();
  #sequence = 0;
  #untold = [];
  #told = performance.now();

  static async start(api, titleId, video, note) {
    const device = { id: localStorage.device ??= crypto.randomUUID(), name: 'A test page', security: 'software', outputProtection: 'none' };
    const answer = await api.call(playbacks, { method: 'POST', body: { titleId, device }, headers: { 'Idempotency-Key': crypto.randomUUID() } });
    return new Session(api, video, answer, note);
  }

  constructor(api, video, answer, note) {
    [this.#api, this.#video, this.#answer, this.#licence, this.#note] = [api, video, answer, answer.licence, note];
    this.#learn(answer.edges);
    this.#plan(answer.renewal);
    this.#beats = setInterval(() => this.tell().catch(note), answer.heartbeat.intervalSeconds * 1000);
    addEventListener('pagehide', () => { this.tell(true).catch(() => {}); });
  }

  get position() { return this.#answer.resume?.position ?? 0; }
  get dash() { return this.#api.address(this.#answer.manifests.dash); }
  get hls() { return this.#api.address(this.#licence ? this.#answer.manifests.hlsClearKey : this.#answer.manifests.hls); }
  get licence() { return this.#licence && { address: this.#api.address(this.#licence.clearKey), header: this.#licence.header, token: this.#licence.token }; }

  // The same object by the token that is good now: what a player's request filter has to do.
  current(address) {
    const [, sound] = address.match(/\/audio\/([^/]+)\//) ?? [];
    if (sound) this.sounds.add(sound);
    return address.replace(/\/t\/([^/]+)\//, (_, token) => {
      const good = this.#current.get(token) ?? token;
      this.used.add(good);
      return `/t/${good}/`;
    });
  }

  // What was not kept is told again with the next one. The last one is sent though the page goes.
  async tell(ended = false) {
    const now = performance.now();
    const positions = [...this.#untold, { position: this.#video.currentTime, playedAt: new Date().toISOString() }].slice(-mostUntold);
    const playedSeconds = this.#video.paused ? 0 : (now - this.#told) / 1000;
    this.#told = now;
    this.#untold = positions;
    const answer = await this.#api.call(`${playbacks}/${this.#answer.playbackId}/heartbeats`, { method: 'POST', keepalive: ended, body: { sequence: ++this.#sequence, positions, quality: { playedSeconds }, ended } });
    if (answer.kept) this.#untold = this.#untold.filter(position => !positions.includes(position));
    if (answer.state === 'ended') this.#stop();
  }

  async #renew() {
    const { edges, renewal, licence } = await this.#api.call(`${playbacks}/${this.#answer.playbackId}/renewals`, { method: 'POST' });
    this.#licence = licence ?? this.#licence;
    this.#learn(edges);
    this.#plan(renewal);
    this.renewals++;
  }

  // Every token that an edge has had leads to its latest.
  #learn(edges) {
    for (const { name, token } of edges) {
      this.#tokens.set(name, [...this.#tokens.get(name) ?? [], token]);
      for (const known of this.#tokens.get(name)) this.#current.set(known, token);
    }
  }

  #plan({ renewAt }) {
    this.#renewing = setTimeout(() => this.#renew().catch(this.#note), new Date(renewAt) - Date.now());
  }

  #stop() {
    clearInterval(this.#beats);
    clearTimeout(this.#renewing);
  }
}
