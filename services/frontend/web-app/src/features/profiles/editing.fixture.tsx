import { json, tokens } from '@streamix/api/testing';
import { fill, press } from '@streamix/ui/testing';
import { screen } from '@testing-library/react';
import { renderPage } from '../auth/testing/renderPage';
import { Component as ProfileFormPage } from './ProfileFormPage';
import { profile, usualPreferences } from './profiles.fixture';

const factors = { email: 'ada@example.org', passwordChangedAt: null, totp: false, recoveryCodesLeft: 0, passkeys: 0 };
export const proof = { 'GET /identity/factors': json(factors), 'POST /identity/step-up': json({ acr: 'aal1', accessExpiresAt: tokens().accessExpiresAt }) };

export function stored(one = profile()) {
  return {
    [`GET /profiles/${one.id}`]: json(one, 200, { ETag: '"1"' }),
    [`GET /profiles/${one.id}/preferences`]: json(usualPreferences, 200, { ETag: '"1"' }),
    [`PUT /profiles/${one.id}`]: json(one, 200, { ETag: '"2"' }),
    [`PUT /profiles/${one.id}/preferences`]: json(usualPreferences, 200, { ETag: '"3"' }),
  };
}

export async function edit(one = profile()) {
  await renderPage(<ProfileFormPage />, `/profiles/${one.id}`, { route: '/profiles/:id' });
  await screen.findByDisplayValue(one.name);
}

export async function proveIt() {
  await screen.findByLabelText('Your password');
  fill('Your password', 'a house by the river');
  press('Confirm');
}
