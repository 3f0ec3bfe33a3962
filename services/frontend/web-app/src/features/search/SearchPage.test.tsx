import { held, platform, problem } from '@streamix/api/testing';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { renderPage } from '../catalogue/testing/renderPage';
import { aHit, aSearch } from '../catalogue/testing/titles';
import { Component } from './SearchPage';

vi.mock('../profiles/current', () => ({ useProfile: () => ({ id: 'kid' }) }));
afterEach(() => { vi.useRealTimers(); });

const path = 'GET /search';
const route = '/search';
const genres = [{ name: 'genre', values: [{ value: 'drama', count: 3 }, { value: 'war', count: 1 }] }];
const matrix = aHit('h1', 'The Matrix');
const field = () => screen.getByRole('combobox', { name: 'Search for titles and people' });
const here = () => screen.getByTestId('here').textContent;
const isSuggestion = (url: URL) => url.searchParams.get('limit') === '6';

test('Search_Address_IsAskedForAsItStands', async () => {
  const gateway = platform({ [path]: () => aSearch([matrix]) });
  await renderPage(Component, '/search?q=matrix&kind=movie&genre=drama&genre=war&year=1990&sort=newest', { route });
  expect(await screen.findByRole('link', { name: /The Matrix/ })).toHaveAttribute('href', '/titles/h1');
  const asked = gateway.sent.find(call => !isSuggestion(call.url))?.url.searchParams;
  expect(Object.fromEntries(['q', 'type', 'yearFrom', 'yearTo', 'sort', 'facets', 'lang'].map(name => [name, asked?.get(name)])))
    .toEqual({ q: 'matrix', type: 'movie', yearFrom: '1990', yearTo: '1999', sort: 'newest', facets: 'true', lang: 'en' });
  expect(asked?.getAll('genre')).toEqual(['drama', 'war']);
  expect(field()).toHaveValue('matrix');
});

test('Search_Typing_AsksOnceItRestsAndFollowsInAddress', async () => {
  const gateway = platform({ [path]: () => aSearch([matrix]) });
  await renderPage(Component, '/search', { route });
  await screen.findByRole('link', { name: /The Matrix/ });
  vi.useFakeTimers();
  gateway.sent.length = 0;
  for (const text of ['m', 'ma', 'mat']) {
    fireEvent.change(field(), { target: { value: text } });
    await act(() => vi.advanceTimersByTimeAsync(100));
  }
  expect(gateway.sent).toHaveLength(0);
  await act(() => vi.advanceTimersByTimeAsync(70));
  expect(gateway.sent.map(call => [call.url.searchParams.get('q'), call.url.searchParams.get('limit')])).toEqual([['mat', '6']]);
  expect(here()).toBe('/search');
  await act(() => vi.advanceTimersByTimeAsync(300));
  expect(here()).toBe('/search?q=mat');
  expect(gateway.sent.filter(call => !isSuggestion(call.url)).map(call => call.url.searchParams.get('q'))).toEqual(['mat']);
});

test('Search_TypedOn_AbortsWhatWasAskedBefore', async () => {
  const gateway = platform({ [path]: sent => (isSuggestion(sent.url) ? held().answer(sent) : aSearch([matrix])) });
  await renderPage(Component, '/search', { route });
  await screen.findByRole('link', { name: /The Matrix/ });
  vi.useFakeTimers();
  fireEvent.change(field(), { target: { value: 'mat' } });
  await act(() => vi.advanceTimersByTimeAsync(200));
  const first = gateway.sent.find(call => isSuggestion(call.url));
  expect(first?.request.signal.aborted).toBe(false);
  fireEvent.change(field(), { target: { value: 'matr' } });
  await act(() => vi.advanceTimersByTimeAsync(200));
  expect(first?.request.signal.aborted).toBe(true);
});

test('Suggestions_ArrowsAndEnter_OpenTheTitle', async () => {
  platform({ [path]: () => aSearch([matrix, aHit('h2', 'Matrix Reloaded')], { people: [{ personId: 'p1', name: 'Keanu Reeves', titles: 2 }] }) });
  await renderPage(Component, '/search', { route });
  await userEvent.type(field(), 'matr');
  const list = await screen.findByRole('listbox');
  await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(3));
  expect(field()).toHaveAttribute('aria-expanded', 'true');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  const active = within(list).getByRole('option', { selected: true });
  expect(active).toHaveTextContent('Matrix Reloaded');
  expect(field()).toHaveAttribute('aria-activedescendant', active.id);
  await userEvent.keyboard('{Enter}');
  expect(here()).toBe('/titles/h2');
});

test('Suggestions_PersonPressed_OpensTheirPage', async () => {
  platform({ [path]: () => aSearch([matrix], { people: [{ personId: 'p1', name: 'Keanu Reeves', titles: 2 }] }) });
  await renderPage(Component, '/search', { route });
  await userEvent.type(field(), 'kea');
  await userEvent.click(await screen.findByRole('option', { name: /Keanu Reeves/ }));
  expect(here()).toBe('/people/p1');
});

test('Suggestions_Escape_ClosesAndKeepsText', async () => {
  platform({ [path]: () => aSearch([matrix]) });
  await renderPage(Component, '/search', { route });
  await userEvent.type(field(), 'matr');
  await screen.findByRole('listbox');
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(field()).toHaveValue('matr');
});

test('Search_Enter_IsRememberedUntilForgotten', async () => {
  platform({ [path]: () => aSearch([matrix]) });
  await renderPage(Component, '/search', { route });
  await userEvent.type(field(), 'matrix{Enter}');
  expect(here()).toBe('/search?q=matrix');
  await userEvent.click(screen.getByRole('button', { name: 'Clear the search' }));
  const recents = await screen.findByRole('region', { name: 'Recent searches' });
  await userEvent.click(within(recents).getByRole('button', { name: 'matrix' }));
  expect(here()).toBe('/search?q=matrix');
  await userEvent.click(screen.getByRole('button', { name: 'Clear the search' }));
  await userEvent.click(screen.getByRole('button', { name: 'Forget them' }));
  expect(screen.queryByRole('region', { name: 'Recent searches' })).toBeNull();
  expect(localStorage.getItem('streamix.searches.kid')).toBeNull();
});

test('Filter_Pressed_IsInAddressWithItsCount', async () => {
  platform({ [path]: () => aSearch([matrix], { facets: genres }) });
  await renderPage(Component, '/search?q=a', { route });
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Drama (3)' }));
  expect(here()).toBe('/search?q=a&genre=drama');
  await userEvent.click(screen.getByRole('button', { name: 'Clear all filters' }));
  expect(here()).toBe('/search?q=a');
});

test('Search_Misspelt_TellsHowItWasUnderstood', async () => {
  platform({ [path]: () => aSearch([matrix], { corrected: 'matrix' }) });
  await renderPage(Component, '/search?q=matrx', { route });
  expect(await screen.findByText('Showing what we found for “matrix” instead of “matrx”.')).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent('1 result');
});

test('Search_NothingFound_OffersIdeas', async () => {
  platform({ [path]: () => aSearch([]) });
  await renderPage(Component, '/search?q=zzz', { route });
  expect(await screen.findByRole('heading', { name: 'Nothing found for “zzz”' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Comedy' })).toHaveAttribute('href', '/genres/comedy');
});

test('Search_NothingLeftByFilters_OffersToClearThem', async () => {
  platform({ [path]: ({ url }) => aSearch(url.searchParams.has('genre') ? [] : [matrix]) });
  await renderPage(Component, '/search?q=a&genre=war', { route });
  await screen.findByRole('heading', { name: 'Nothing found for “a”' });
  await userEvent.click(screen.getAllByRole('button', { name: 'Clear all filters' }).at(-1) ?? document.body);
  expect(await screen.findByRole('link', { name: /The Matrix/ })).toBeVisible();
});

test('Search_UnknownFilter_CanBeCleared', async () => {
  platform({ [path]: ({ url }) => (url.searchParams.has('genre') ? problem(422) : aSearch([matrix])) });
  await renderPage(Component, '/search?genre=nonsense', { route });
  expect(await screen.findByRole('heading', { name: 'These filters do not work' })).toBeVisible();
});

test('Search_Failing_ComesAfterRetry', async () => {
  const gateway = platform({ [path]: () => problem(503) });
  await renderPage(Component, '/search?q=a', { route });
  const retry = await screen.findByRole('button', { name: 'Try again' });
  gateway.change({ [path]: () => aSearch([matrix]) });
  await userEvent.click(retry);
  expect(await screen.findByRole('link', { name: /The Matrix/ })).toBeVisible();
});

test('Search_MoreWanted_AsksBehindTheCursor', async () => {
  platform({ [path]: ({ url }) => (url.searchParams.get('after') === 'c1' ? aSearch([aHit('h2', 'Second')]) : aSearch([matrix], { next: 'c1' })) });
  await renderPage(Component, '/search?q=a', { route });
  await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
  expect(await screen.findByRole('link', { name: /Second/ })).toBeVisible();
  expect(screen.getByRole('link', { name: /The Matrix/ })).toBeVisible();
});
