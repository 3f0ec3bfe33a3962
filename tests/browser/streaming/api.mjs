// In the page: the API as a signed-in viewer uses it.
export class Api {
  #gateway;
  #token;

  constructor(gateway) { this.#gateway = gateway; }

  address(path) { return new URL(path, this.#gateway).href; }

  // Goes on as the first profile.
  async signIn(email, password) {
    const { session } = await this.call('/api/v1/identity/sign-in', { method: 'POST', body: { email, password } });
    this.#token = session.accessToken;
    const { items: [profile] } = await this.call('/api/v1/profiles');
    this.#token = (await this.call('/api/v1/session/profile', { method: 'PUT', body: { profileId: profile.id } })).accessToken;
  }

  async call(path, { method = 'GET', body, headers = {}, keepalive = false } = {}) {
    const answer = await fetch(this.address(path), {
      method, keepalive, body: body && JSON.stringify(body),
      headers: { ...body && { 'Content-Type': 'application/json' }, ...this.#token && { Authorization: `Bearer ${this.#token}` }, ...headers },
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : null;
  }
}
