import { platform, problem } from '@streamix/api/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { PersonData } from '../catalogue/model';
import { renderPage } from '../catalogue/testing/renderPage';
import { aCard, anArtwork } from '../catalogue/testing/titles';
import { Component } from './PersonPage';

const path = 'GET /catalog/people/p1';
const route = '/people/:id';
const person: PersonData = {
  id: 'p1', slug: 'p1', name: 'Sacha Goedegebure', bornOn: '1975-04-01', diedOn: null, birthPlace: 'Utrecht', biography: { language: 'en', text: 'Director and animator.' },
  artwork: [anArtwork('portrait', 'p1')], externalIds: {},
  titles: [{ title: aCard('m1', { title: 'Big Buck Bunny' }), roles: [{ department: 'director', character: null }, { department: 'cast', character: 'Bunny' }] }],
};

test('Person_Known_HasLifeAndFilms', async () => {
  platform({ [path]: () => person });
  const { container } = await renderPage(Component, '/people/p1', { route });
  expect(await screen.findByRole('heading', { level: 1, name: 'Sacha Goedegebure' })).toBeInTheDocument();
  expect(screen.getByText('Born April 1, 1975')).toBeVisible();
  expect(screen.getByText('Director and animator.')).toBeVisible();
  expect(screen.getByRole('link', { name: /Big Buck Bunny.*Directed by and Bunny/ })).toHaveAttribute('href', '/titles/m1');
  expect(container.querySelector('img')).toHaveAttribute('srcset', expect.stringContaining('p1-portrait/320 320w'));
});

test('Person_NothingTold_SaysSo', async () => {
  platform({ [path]: () => ({ ...person, biography: null, titles: [] }) });
  await renderPage(Component, '/people/p1', { route });
  expect(await screen.findByText('Nobody has written about this life here yet.')).toBeVisible();
  expect(screen.getByText('None of their titles is available to this profile.')).toBeVisible();
});

test('Person_Unknown_SaysSo', async () => {
  platform({ [path]: () => problem(404) });
  await renderPage(Component, '/people/p1', { route });
  expect(await screen.findByRole('heading', { name: 'We do not know this person' })).toBeVisible();
});

test('Person_Failing_ComesAfterRetry', async () => {
  const gateway = platform({ [path]: () => problem(500) });
  await renderPage(Component, '/people/p1', { route });
  const retry = await screen.findByRole('button', { name: 'Try again' });
  gateway.change({ [path]: () => person });
  await userEvent.click(retry);
  expect(await screen.findByText('Director and animator.')).toBeVisible();
});
