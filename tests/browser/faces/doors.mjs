// Through the doors of the web app, as people go.
import { until } from '../graph.mjs';
import { password } from '../playback/people.mjs';
import { passcode } from './mail.mjs';
import { words } from './words.mjs';

export const auth = (key, values) => words('web-app', 'auth', key, values);
export const account = (key, values) => words('web-app', 'account', key, values);
export const proof = (key, values) => words('account', 'proof', key, values);
export const common = (key, values) => words('web-app', 'common', key, values);
export const catalogue = (key, values) => words('web-app', 'catalogue', key, values);
export const profiles = (key, values) => words('web-app', 'profiles', key, values);

// Signs in by e-mail and password; where one lands is the journey's affair.
export async function signIn(page, email, { at = '/sign-in', secret = password } = {}) {
  if (at) await page.goto(at);
  await page.getByLabel(auth('email')).fill(email);
  await page.getByLabel(auth('password.label'), { exact: true }).fill(secret);
  await page.getByRole('button', { name: auth('signIn.submit'), exact: true }).click();
}

// As somebody new, Grace, with the code of the letter, to the home page.
export async function signUp(stage, page, email) {
  await page.goto('/');
  await page.waitForURL('**/welcome');
  await page.getByRole('main').getByRole('link', { name: auth('welcome.signUp') }).first().click();
  await page.getByLabel(auth('signUp.name')).fill('Grace');
  await page.getByLabel(auth('email')).fill(email);
  await page.getByLabel(auth('password.label'), { exact: true }).fill(password);
  await page.getByText(auth('signUp.terms'), { exact: true }).click();
  await page.getByRole('button', { name: auth('signUp.submit') }).click();
  await page.getByLabel(auth('passcode.label')).fill(await passcode(stage, email));
  await page.getByRole('button', { name: auth('passcode.submit'), exact: true }).click();
  await page.waitForURL(url => url.pathname === '/profiles');
  await page.getByRole('main').getByRole('button', { name: 'Grace' }).waitFor();
  await arrives(page);
}

// Through the door, as the first profile, to where one wanted to go.
export async function enter(page, email, { returnTo = '/', secret } = {}) {
  await signIn(page, email, { at: `/sign-in?return=${encodeURIComponent(returnTo)}`, secret });
  await arrives(page, returnTo);
}

// The platform hears of a new account bit by bit: its first profile comes a moment later.
export async function arrives(page, path = '/') {
  const first = page.getByRole('main').getByRole('listitem').getByRole('button').first();
  let picked = false;
  await until(async () => {
    const { pathname, search } = new URL(page.url());
    if (pathname === '/profiles' && path !== '/profiles') {
      if (!picked && await first.isVisible() && await first.isEnabled()) {
        await first.click();
        picked = true;
      }
      return false;
    }
    // Only pages behind the door have the ways of the whole app.
    return pathname + search === path && (await page.getByRole('banner').getByRole('navigation').isVisible() || await page.getByTestId('player').isVisible());
  }, `one arrives at ${path}`, 30_000);
}

export async function openProfileMenu(page) {
  await page.getByRole('banner').getByRole('button', { name: common('profileMenu.open', { name: '' }) }).click();
}

// As people do, from the menu.
export async function signOut(page) {
  await openProfileMenu(page);
  await page.getByRole('banner').getByRole('button', { name: common('profileMenu.signOut'), exact: true }).click();
}
