import { session } from '@streamix/api';
import { tokens } from '@streamix/api/testing';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { place, renderPage } from '../auth/testing/renderPage';
import { Component as WelcomePage } from './WelcomePage';

test('Welcome_Stranger_IsLedToBothDoors', async () => {
  await renderPage(<WelcomePage />, '/welcome', { me: null });
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Films and series, the way you watch');
  expect(screen.getByRole('link', { name: 'Create your account' })).toHaveAttribute('href', '/sign-up');
  expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in');
});

test('Welcome_SignedIn_GoesHome', async () => {
  session.signedIn(tokens());
  await renderPage(<WelcomePage />, '/welcome');
  await waitFor(() => expect(place()).toBe('/'));
});
