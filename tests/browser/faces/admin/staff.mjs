// Those who work on the platform, by their role, and their way into the admin tool.
import { signIn } from '../doors.mjs';
import { Account, password, succeeds, viewer } from '../people.mjs';
import { words } from '../words.mjs';

export const common = (key, values, language) => words('admin-tool', 'common', key, values, language);
export const titles = (key, values, language) => words('admin-tool', 'titles', key, values, language);
export const people = (key, values, language) => words('admin-tool', 'people', key, values, language);
export const uploads = (key, values, language) => words('admin-tool', 'uploads', key, values, language);
export const transcoding = (key, values, language) => words('admin-tool', 'transcoding', key, values, language);
export const operations = (key, values, language) => words('admin-tool', 'operations', key, values, language);
export const users = (key, values, language) => words('admin-tool', 'users', key, values, language);

const proofs = { admin: '/api/v1/operations/topology', editor: '/api/v1/catalog/admin/titles', support: '/api/v1/account/admin/accounts' };

// Somebody with an account of their own and this role; their address.
export async function colleague(stage, role) {
  const [admin, email] = await Promise.all([Account.administrator(stage), viewer(stage, role)]);
  await admin.put(`/api/v1/account/admin/accounts/${await idOf(admin, email)}/roles/${role}`);
  await succeeds(async () => (await Account.of(stage, email)).get(proofs[role]), `${email} has the role ${role}`);
  return email;
}

export async function idOf(admin, email) {
  const { items: [account] } = await admin.get(`/api/v1/account/admin/accounts?email=${encodeURIComponent(email)}`);
  return account.id;
}

// By the web app's door, as there is no other one.
export async function enterTool(page, email, path = '/admin/') {
  await signIn(page, email, { at: `/sign-in?return=${encodeURIComponent(path)}`, secret: password });
  await page.waitForURL(url => url.pathname + url.search === path);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

export const navigation = page => page.getByRole('navigation', { name: common('navigation.label') });

export async function goTo(page, section) {
  await navigation(page).getByRole('link', { name: common(`navigation.${section}`), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: common(`navigation.${section}`), exact: true }).waitFor();
}
