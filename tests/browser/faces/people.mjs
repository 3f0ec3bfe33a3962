// Viewers with addresses of their own, made by the API where signing up is not what a journey is about.
import { randomUUID } from 'node:crypto';
import { administrator, call, enter, join, password, signIn, succeeds } from '../playback/people.mjs';

export const address = name => `${name}-${randomUUID().slice(0, 8)}@example.org`;

export async function viewer(stage, name) {
  const email = address(name);
  await join(stage.graph, email);
  return email;
}

// What somebody may do at the API, beside their browser.
export class Account {
  static async of(stage, email) { return Account.#with(stage, email, signIn); }

  // As the first profile.
  static async watching(stage, email) { return Account.#with(stage, email, enter); }

  static async administrator(stage) {
    const account = new Account();
    account.gateway = await stage.graph.address('infra-gateway');
    account.token = await administrator(stage.graph);
    return account;
  }

  static async #with(stage, email, come) {
    const account = new Account();
    account.gateway = await stage.graph.address('infra-gateway');
    account.token = await come(account.gateway, email);
    return account;
  }

  get(path) { return call(this.gateway, path, { token: this.token }); }
  post(path, body = {}, headers = {}) { return call(this.gateway, path, { method: 'POST', body, token: this.token, headers: { 'Idempotency-Key': randomUUID(), ...headers } }); }
  put(path, body = {}, headers = {}) { return call(this.gateway, path, { method: 'PUT', body, token: this.token, headers }); }
  delete(path) { return call(this.gateway, path, { method: 'DELETE', token: this.token }); }
}

export { password, succeeds };
