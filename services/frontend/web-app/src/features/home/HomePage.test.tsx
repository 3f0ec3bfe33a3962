import { held, platform, problem, type Answers } from '@streamix/api/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderPage } from '../catalogue/testing/renderPage';
import { aCard, aContinue, anArtwork, aSearch, aTitle } from '../catalogue/testing/titles';
import { Component } from './HomePage';

const titles = 'GET /catalog/titles';
const goOn = 'GET /history/continue';
const featured = aCard('f1', { title: 'Sintel', artwork: [anArtwork('backdrop', 'f1')] });
const listOf = (url: URL) => {
  if (url.searchParams.get('tag') === 'featured') return [featured];
  if (url.searchParams.get('genre') === 'drama') return [aCard('d1', { title: 'A drama' })];
  return url.searchParams.get('sort') === 'newest' ? [aCard('n1', { title: 'Brand new' })] : [aCard('p1', { title: 'Much loved' })];
};

function cinema(more: Answers = {}) {
  return platform({
    [titles]: ({ url }) => ({ items: listOf(url), next: null }),
    [goOn]: () => ({ items: [aContinue('m1')], next: null }),
    'GET /catalog/titles/m1': () => aTitle(aCard('m1', { title: 'Half seen' })),
    'GET /search': () => aSearch([], { facets: [{ name: 'genre', values: [{ value: 'drama', count: 1 }] }] }),
    ...more,
  });
}

test('Home_Everything_HasHeroAndRows', async () => {
  cinema();
  await renderPage(Component, '/');
  const hero = await screen.findByRole('region', { name: 'Sintel' });
  expect(within(hero).getByRole('link', { name: 'Play' })).toHaveAttribute('href', '/watch/f1');
  const picture = hero.querySelector('img');
  expect(picture).toHaveAttribute('fetchpriority', 'high');
  expect(picture).toHaveAttribute('loading', 'eager');
  for (const [row, link] of [['New on Streamix', /Brand new/], ['Popular now', /Much loved/], ['Drama', /A drama/]] as const)
    expect(await within(await screen.findByRole('region', { name: row })).findByRole('link', { name: link })).toBeVisible();
});

test('Home_FeaturedSeries_LeadsToItsEpisodes', async () => {
  cinema({ [titles]: () => ({ items: [{ ...featured, kind: 'series' }], next: null }) });
  await renderPage(Component, '/');
  const hero = await screen.findByRole('region', { name: 'Sintel' });
  expect(within(hero).queryByRole('link', { name: 'Play' })).toBeNull();
  expect(within(hero).getByRole('link', { name: 'Episodes' })).toHaveAttribute('href', '/titles/f1');
});

test('Home_Loading_KeepsPlacesOfHeroAndRows', async () => {
  const waiting = held();
  cinema({ [titles]: waiting.answer, [goOn]: held().answer });
  await renderPage(Component, '/');
  expect(screen.getByTestId('hero-skeleton')).toBeInTheDocument();
  expect(screen.getAllByTestId('shelf-skeleton')).toHaveLength(2);
});

test('Home_Begun_ShowsHowFarAndPlaysOn', async () => {
  cinema();
  await renderPage(Component, '/');
  const row = await screen.findByRole('region', { name: 'Continue watching' });
  const link = await within(row).findByRole('link', { name: /Half seen.*75 minutes left/ });
  expect(link).toHaveAttribute('href', '/watch/m1');
  expect(within(row).getByTestId('watched-bar').style.inlineSize).toBe('25%');
});

test('Home_NextEpisode_IsNamedBySeriesAndNumber', async () => {
  const series = aCard('sr', { kind: 'series', title: 'The series' });
  cinema({
    [goOn]: () => ({ items: [aContinue('e4', { kind: 'episode', seriesId: 'sr', seasonNumber: 1, number: 4, position: 0, reason: 'next' })], next: null }),
    'GET /catalog/titles/e4': () => aTitle(aCard('e4', { kind: 'episode' }), { series }),
  });
  await renderPage(Component, '/');
  expect(await screen.findByRole('link', { name: /The series.*S1 E4 · Next episode/ })).toHaveAttribute('href', '/watch/e4');
  expect(screen.queryByTestId('watched-bar')).toBeNull();
});

test('Home_Removed_GoesAtOnceAndIsTold', async () => {
  const gateway = cinema({ 'PUT /history/titles/m1/hidden': () => undefined });
  await renderPage(Component, '/');
  const button = await screen.findByRole('button', { name: 'Remove Half seen from this row' });
  gateway.change({ [goOn]: () => ({ items: [], next: null }) });
  await userEvent.click(button);
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Continue watching' })).toBeNull());
  expect(await screen.findByText('Removed from Continue watching.')).toBeInTheDocument();
});

test('Home_RemovalRefused_ComesBack', async () => {
  cinema({ 'PUT /history/titles/m1/hidden': () => problem(503) });
  await renderPage(Component, '/');
  await userEvent.click(await screen.findByRole('button', { name: 'Remove Half seen from this row' }));
  expect(await screen.findByText('We could not remove it. Try again.')).toBeInTheDocument();
  expect(await screen.findByRole('button', { name: 'Remove Half seen from this row' })).toBeInTheDocument();
});

test('Home_OneRowFails_OnlyThatRowOffersRetry', async () => {
  const gateway = cinema({ [titles]: ({ url }) => (url.searchParams.get('sort') === 'newest' ? problem(503) : { items: listOf(url), next: null }) });
  await renderPage(Component, '/');
  const row = await screen.findByRole('region', { name: 'New on Streamix' });
  const retry = await within(row).findByRole('button', { name: 'Try again' });
  expect(await screen.findByRole('link', { name: /Much loved/ })).toBeVisible();
  expect(screen.getAllByRole('button', { name: 'Try again' })).toHaveLength(1);
  gateway.change({ [titles]: ({ url }) => ({ items: listOf(url), next: null }) });
  await userEvent.click(retry);
  expect(await within(row).findByRole('link', { name: /Brand new/ })).toBeVisible();
});

test('Home_ContinueFails_OtherRowsStay', async () => {
  cinema({ [goOn]: () => problem(503) });
  await renderPage(Component, '/');
  const row = await screen.findByRole('region', { name: 'Continue watching' });
  expect(within(row).getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(await screen.findByRole('link', { name: /Brand new/ })).toBeVisible();
});

test('Home_NothingPublished_SaysSo', async () => {
  cinema({ [titles]: () => ({ items: [], next: null }), [goOn]: () => ({ items: [], next: null }) });
  await renderPage(Component, '/');
  expect(await screen.findByRole('heading', { name: 'Nothing to watch yet' })).toBeVisible();
});

test('Home_CatalogAway_OffersRetryOnce', async () => {
  const gateway = cinema({ [titles]: () => problem(503), 'GET /search': () => problem(503) });
  await renderPage(Component, '/');
  const retry = await screen.findByRole('button', { name: 'Try again' });
  gateway.change({ [titles]: ({ url }) => ({ items: listOf(url), next: null }) });
  await userEvent.click(retry);
  expect(await screen.findByRole('link', { name: /Much loved/ })).toBeVisible();
});
