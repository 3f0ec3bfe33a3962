import { held, platform, problem } from '@streamix/api/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderPage } from '../catalogue/testing/renderPage';
import { aCard, aContinue, anArtwork, aSeason, aTitle, aWatched } from '../catalogue/testing/titles';
import { Component } from './TitlePage';

const route = '/titles/:id';
const movie = aCard('m1', { title: 'Tears of Steel', synopsis: 'Robots in Amsterdam.', artwork: [anArtwork('backdrop', 'm1')] });
const series = aTitle(aCard('sr', { kind: 'series', title: 'The series', runtimeSeconds: null }), { package: null, seasons: [aSeason(1, 2), aSeason(2, 3)] });
const noHistory = () => ({ items: [], next: null });
const usual = { 'GET /history/continue': noHistory, 'GET /history': noHistory, 'GET /catalog/titles': noHistory };

test('Title_Movie_HasFactsPlayAndLanguages', async () => {
  platform({ ...usual, 'GET /catalog/titles/m1': () => aTitle(movie, { availableUntil: '2027-03-01T12:00:00Z' }) });
  await renderPage(Component, '/titles/m1', { route });
  expect(await screen.findByRole('link', { name: 'Play' })).toHaveAttribute('href', '/watch/m1');
  expect(screen.getByRole('heading', { level: 1, name: 'Tears of Steel' })).toBeInTheDocument();
  const facts = screen.getByRole('list', { name: 'At a glance' });
  expect([...facts.children].map(fact => fact.textContent)).toEqual(['2014', 'PG', '1h 30m', 'HD', 'Drama']);
  expect(screen.getByText('Robots in Amsterdam.')).toBeVisible();
  expect(screen.getByText('English and German')).toBeVisible();
  expect(screen.getByText('Arabic')).toBeVisible();
  expect(screen.getByText('Available until March 1, 2027')).toBeVisible();
  await waitFor(() => expect(document.title).toContain('Tears of Steel'));
});

test('Title_BegunMovie_IsResumedAndTellsWhatIsLeft', async () => {
  platform({ ...usual, 'GET /catalog/titles/m1': () => aTitle(movie), 'GET /history/continue': () => ({ items: [aContinue('other'), aContinue('m1')], next: null }) });
  await renderPage(Component, '/titles/m1', { route });
  expect(await screen.findByRole('link', { name: 'Resume' })).toHaveAttribute('href', '/watch/m1');
  expect(screen.getByText('1h 15m left')).toBeVisible();
  expect(screen.getByTestId('watched-bar').style.inlineSize).toBe('25%');
});

test('Title_HistoryAway_PlaysFromTheBeginning', async () => {
  platform({ ...usual, 'GET /catalog/titles/m1': () => aTitle(movie), 'GET /history/continue': () => problem(503) });
  await renderPage(Component, '/titles/m1', { route });
  expect(await screen.findByRole('link', { name: 'Play' })).toHaveAttribute('href', '/watch/m1');
});

test('Title_NotOutYet_SaysWhenItComes', async () => {
  platform({ ...usual, 'GET /catalog/titles/m1': () => aTitle({ ...movie, releasedOn: '2999-05-04' }, { package: null }) });
  await renderPage(Component, '/titles/m1', { route });
  expect(await screen.findByText('Coming on May 4, 2999')).toBeVisible();
  expect(await screen.findByText('This cannot be played yet.')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Play' })).toBeNull();
});

test('Title_SeriesBegunInSecondSeason_OpensItAndResumes', async () => {
  const watched = [aWatched('s1e1', { completed: true }), aWatched('s2e2', { playedAt: '2026-02-01T00:00:00Z' })];
  platform({ ...usual, 'GET /catalog/titles/sr': () => series, 'GET /history': () => ({ items: watched, next: null }) });
  await renderPage(Component, '/titles/sr', { route });
  expect(await screen.findByRole('link', { name: 'Resume S2 E2' })).toHaveAttribute('href', '/watch/s2e2');
  const episodes = screen.getByRole('list', { name: 'Season 2' });
  expect(within(episodes).getAllByRole('heading').map(h => h.textContent)).toEqual(['1. Part 2.1', '2. Part 2.2', '3. Part 2.3']);
  expect(within(episodes).getByTestId('watched-bar').style.inlineSize).toBe('50%');
});

test('Title_OtherSeasonChosen_ShowsItsEpisodes', async () => {
  platform({ ...usual, 'GET /catalog/titles/sr': () => series, 'GET /history': () => ({ items: [aWatched('s1e1', { completed: true })], next: null }) });
  await renderPage(Component, '/titles/sr', { route });
  const first = await screen.findByRole('list', { name: 'Season 1' });
  expect(within(first).getByText('Watched')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: /Season/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Season 2' }));
  expect(within(screen.getByRole('list', { name: 'Season 2' })).getByRole('link', { name: '3. Part 2.3' })).toHaveAttribute('href', '/watch/s2e3');
});

test('Title_LongHistory_IsReadToItsEnd', async () => {
  platform({
    ...usual,
    'GET /catalog/titles/sr': () => series,
    'GET /history': ({ url }) => (url.searchParams.get('after') === 'c1'
      ? { items: [aWatched('s2e3', { playedAt: '2026-03-01T00:00:00Z' })], next: null }
      : { items: [aWatched('s1e1')], next: 'c1' }),
  });
  await renderPage(Component, '/titles/sr', { route });
  expect(await screen.findByRole('link', { name: 'Resume S2 E3' })).toBeVisible();
});

test('Title_PeopleAndTrailer_AreLinked', async () => {
  const credit = { personId: 'p1', slug: 'p1', name: 'Derek de Lint', department: 'cast', character: 'Old Thom' };
  platform({
    ...usual,
    'GET /catalog/titles/m1': () => aTitle(movie, {
      cast: [credit], crew: [{ ...credit, personId: 'p2', name: 'Ian Hubert', department: 'director', character: null }], trailers: [aCard('t1', { kind: 'trailer', title: 'Teaser' })],
    }),
  });
  await renderPage(Component, '/titles/m1', { route });
  expect(await screen.findByRole('link', { name: 'Derek de Lint' })).toHaveAttribute('href', '/people/p1');
  expect(screen.getByText('as Old Thom')).toBeVisible();
  expect(screen.getByText('Directed by')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Trailer' })).toHaveAttribute('href', '/watch/t1');
  expect(within(screen.getByRole('region', { name: 'Trailers' })).getByRole('link', { name: /Teaser/ })).toHaveAttribute('href', '/watch/t1');
});

test('Title_Similar_LeavesItselfOut', async () => {
  platform({ ...usual, 'GET /catalog/titles/m1': () => aTitle(movie), 'GET /catalog/titles': () => ({ items: [movie, aCard('x', { title: 'Another' })], next: null }) });
  await renderPage(Component, '/titles/m1', { route });
  const row = await screen.findByRole('region', { name: 'More like this' });
  expect((await within(row).findAllByRole('link')).map(link => link.getAttribute('href'))).toEqual(['/titles/x']);
});

test('Title_ScriptInName_IsText', async () => {
  platform({ ...usual, 'GET /catalog/titles/m1': () => aTitle({ ...movie, title: '<script>document.title = 1</script>' }) });
  const { container } = await renderPage(Component, '/titles/m1', { route });
  expect(await screen.findByRole('heading', { level: 1, name: '<script>document.title = 1</script>' })).toBeInTheDocument();
  expect(container.querySelector('script')).toBeNull();
});

test('Title_NotOpenToViewer_NamesTheReasons', async () => {
  platform({ 'GET /catalog/titles/m1': () => problem(404) });
  await renderPage(Component, '/titles/m1', { route });
  expect(await screen.findByRole('heading', { name: 'This title is not available to you' })).toBeVisible();
  expect(screen.getByText(/not be offered in your country/)).toBeVisible();
});

test('Title_Failing_ComesAfterRetry', async () => {
  const gateway = platform({ ...usual, 'GET /catalog/titles/m1': () => problem(500) });
  await renderPage(Component, '/titles/m1', { route });
  const retry = await screen.findByRole('button', { name: 'Try again' });
  gateway.change({ 'GET /catalog/titles/m1': () => aTitle(movie) });
  await userEvent.click(retry);
  expect(await screen.findByRole('link', { name: 'Play' })).toBeVisible();
});

test('Title_Loading_IsTold', async () => {
  platform({ 'GET /catalog/titles/m1': held().answer });
  await renderPage(Component, '/titles/m1', { route });
  expect(screen.getByText('Loading the title')).toBeInTheDocument();
});
