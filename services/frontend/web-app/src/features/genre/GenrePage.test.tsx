import { platform, problem } from '@streamix/api/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderPage } from '../catalogue/testing/renderPage';
import { aCard } from '../catalogue/testing/titles';
import { Component } from './GenrePage';

const path = 'GET /catalog/titles';
const words = 'GET /catalog/vocabulary';
const route = '/genres/:genre';

test('Genre_Titles_AreListedAsTheAddressSays', async () => {
  const gateway = platform({ [path]: () => ({ items: [aCard('a', { title: 'One' })], next: null }) });
  await renderPage(Component, '/genres/drama?sort=released&kind=movie', { route });
  expect(await screen.findByRole('link', { name: /One/ })).toBeVisible();
  expect(screen.getByRole('heading', { level: 1, name: 'Drama' })).toBeVisible();
  const asked = gateway.sent[0]?.url.searchParams;
  expect([asked?.get('genre'), asked?.get('sort'), asked?.get('kind')]).toEqual(['drama', 'released', 'movie']);
});

test('Genre_WordsNobodyKnows_AreLeftOut', async () => {
  const gateway = platform({ [path]: () => ({ items: [], next: null }) });
  await renderPage(Component, '/genres/drama?sort=random&kind=person', { route });
  await screen.findByRole('heading', { name: 'Nothing here yet' });
  expect(gateway.sent[0]?.url.searchParams.get('sort')).toBe('popular');
  expect(gateway.sent[0]?.url.searchParams.has('kind')).toBe(false);
});

test('Genre_OtherOrder_IsInAddress', async () => {
  platform({ [path]: () => ({ items: [aCard('a')], next: null }) });
  await renderPage(Component, '/genres/drama', { route });
  await userEvent.click(screen.getByRole('button', { name: /Sort by/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Title' }));
  expect(screen.getByTestId('here')).toHaveTextContent('/genres/drama?sort=title');
});

test('Genre_MoreWanted_AddsNextPage', async () => {
  platform({ [path]: ({ url }) => (url.searchParams.get('after') === 'c1' ? { items: [aCard('b', { title: 'Two' })], next: null } : { items: [aCard('a', { title: 'One' })], next: 'c1' }) });
  await renderPage(Component, '/genres/drama', { route });
  await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
  expect(await screen.findByRole('link', { name: /Two/ })).toBeVisible();
  expect(screen.getByRole('link', { name: /One/ })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('Genre_NothingOfTheKind_OffersEverything', async () => {
  platform({ [path]: ({ url }) => ({ items: url.searchParams.has('kind') ? [] : [aCard('a', { title: 'One' })], next: null }) });
  await renderPage(Component, '/genres/drama?kind=series', { route });
  await userEvent.click(await screen.findByRole('button', { name: 'Show everything' }));
  expect(await screen.findByRole('link', { name: /One/ })).toBeVisible();
});

test('Genre_NotInTheVocabulary_SaysSoAndAsksForNoTitles', async () => {
  const gateway = platform({ [words]: { genres: ['drama'] } });
  await renderPage(Component, '/genres/nonsense', { route });
  expect(await screen.findByRole('heading', { level: 2, name: 'There is no such genre' })).toBeVisible();
  expect(gateway.calls()).toEqual([words]);
});

test('Genre_NewInTheVocabulary_ListsItsTitles', async () => {
  platform({ [words]: { genres: ['drama', 'nonsense'] }, [path]: { items: [aCard('a', { title: 'One' })], next: null } });
  await renderPage(Component, '/genres/nonsense', { route });
  expect(await screen.findByRole('link', { name: /One/ })).toBeVisible();
});

test('Genre_VocabularyAwayAndRefused_SaysSo', async () => {
  platform({ [words]: problem(503), [path]: problem(400) });
  await renderPage(Component, '/genres/nonsense', { route });
  expect(await screen.findByRole('heading', { level: 2, name: 'There is no such genre' })).toBeVisible();
});

test('Genre_Failing_ComesAfterRetry', async () => {
  const gateway = platform({ [path]: () => problem(503) });
  await renderPage(Component, '/genres/drama', { route });
  const retry = await screen.findByRole('button', { name: 'Try again' });
  gateway.change({ [path]: () => ({ items: [aCard('a', { title: 'One' })], next: null }) });
  await userEvent.click(retry);
  expect(await screen.findByRole('link', { name: /One/ })).toBeVisible();
});
