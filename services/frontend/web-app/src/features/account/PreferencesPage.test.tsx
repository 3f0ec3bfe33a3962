import { json, platform, problem } from '@streamix/api/testing';
import { tick } from '@streamix/ui/testing';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { account } from '../auth/testing/answers';
import { renderPage } from '../auth/testing/renderPage';
import { Component as PreferencesPage } from './PreferencesPage';

const save = 'PUT /account/consents';
const read = { 'GET /account': json(account, 200, { ETag: '"7"' }) };
const mails = () => screen.findByRole('switch', { name: /News and suggestions/ });

test('Mails_SwitchedOn_AreSavedAgainstTheVersionRead', async () => {
  const gateway = platform({ ...read, [save]: json({ ...account, marketingConsent: true }, 200, { ETag: '"8"' }) });
  await renderPage(<PreferencesPage />, '/account/preferences');
  const one = await mails();
  expect(one).not.toBeChecked();
  one.click();
  await waitFor(async () => expect(await mails()).toBeChecked());
  expect(gateway.bodies(save)).toEqual([{ marketing: true }]);
  expect(gateway.of(save)[0]?.headers.get('If-Match')).toBe('"7"');
});

test('Mails_ChangedElsewhere_ShowsWhatThereIs', async () => {
  platform({ 'GET /account': [json(account, 200, { ETag: '"7"' }), json({ ...account, marketingConsent: true }, 200, { ETag: '"8"' })], [save]: problem(412) });
  await renderPage(<PreferencesPage />, '/account/preferences');
  (await mails()).click();
  expect(await screen.findByText(/changed somewhere else meanwhile/)).toBeInTheDocument();
  await waitFor(async () => expect(await mails()).toBeChecked());
});

test('Theme_Chosen_IsTakenAtOnce', async () => {
  platform(read);
  await renderPage(<PreferencesPage />, '/account/preferences');
  tick('Dark');
  await waitFor(() => expect(document.documentElement).toHaveAttribute('data-theme', 'dark'));
  expect(localStorage.getItem('streamix.theme')).toBe('dark');
});

test('Profiles_OfTheHousehold_AreLinked', async () => {
  platform(read);
  await renderPage(<PreferencesPage />, '/account/preferences');
  expect(screen.getByRole('link', { name: 'Manage profiles' })).toHaveAttribute('href', '/profiles/manage');
});
