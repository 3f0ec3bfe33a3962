import { platform } from '@streamix/api/testing';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '../auth/testing/renderPage';
import { Component as AccountLayout } from './AccountLayout';

test('Layout_OnAPage_LeadsToEveryOtherAndMarksIt', async () => {
  platform({});
  await renderPage(<AccountLayout />, '/account/email');
  const links = screen.getAllByRole('link');
  expect(links.map(link => link.getAttribute('href'))).toEqual([
    '/account',
    '/account/email',
    '/account/password',
    '/account/passkeys',
    '/account/two-step',
    '/account/sessions',
    '/account/privacy',
    '/account/preferences',
    '/profiles/manage',
  ]);
  expect(links.filter(link => link.getAttribute('aria-current') === 'page').map(link => link.textContent)).toEqual(['E-mail address']);
});
