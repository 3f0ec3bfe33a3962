import { platform } from '@streamix/api/testing';
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { factsOfCard, factsOfHit } from './facts';
import { renderPage } from './testing/renderPage';
import { aCard, aHit, aTitle } from './testing/titles';
import { TitleCard } from './TitleCard';
import { WatchedBar } from './WatchedBar';

afterEach(() => { vi.useRealTimers(); });

const facts = factsOfCard(aCard('m1', { title: 'Big Buck Bunny', year: 2008 }), 'en');

test('Card_Movie_LinksToItsPageWithYearAndRating', async () => {
  await renderPage(() => <TitleCard title={facts} />, '/');
  const link = screen.getByRole('link', { name: /Big Buck Bunny.*2008 · PG/ });
  expect(link).toHaveAttribute('href', '/titles/m1');
});

test('Card_ArabicReader_HasArabicWords', async () => {
  await renderPage(() => <TitleCard title={{ ...facts, kind: 'series' }} />, '/', { language: 'ar' });
  expect(screen.getByText(/مسلسل/)).toBeVisible();
});

test('Card_PictureFails_NameIsDrawnInItsPlace', async () => {
  const { container } = await renderPage(() => <TitleCard title={facts} />, '/');
  const picture = container.querySelector('img');
  if (!picture) throw new Error('no picture');
  fireEvent.error(picture);
  expect(container.querySelector('img')).toBeNull();
  expect(screen.getAllByText('Big Buck Bunny')).toHaveLength(2);
});

test('Card_MarkupInHighlight_IsShownAsText', async () => {
  const hit = aHit('h1', 'x', { highlights: { title: [{ text: '<img src=x onerror=alert(1)>', match: true }, { text: ' rest', match: false }], synopsis: null } });
  const { container } = await renderPage(() => <TitleCard title={factsOfHit(hit)} />, '/');
  expect(screen.getByText('<img src=x onerror=alert(1)>').tagName).toBe('MARK');
  expect(container.querySelector('img')).toBeNull();
});

test('Card_Lingering_ReadsPageAheadOnce', async () => {
  const gateway = platform({ 'GET /catalog/titles/m1': () => aTitle(aCard('m1')) });
  await renderPage(() => <TitleCard title={facts} />, '/');
  vi.useFakeTimers();
  const link = screen.getByRole('link');
  fireEvent.pointerEnter(link);
  act(() => { vi.advanceTimersByTime(50); });
  fireEvent.pointerLeave(link);
  await act(() => vi.advanceTimersByTimeAsync(1000));
  expect(gateway.sent).toHaveLength(0);
  fireEvent.focus(link);
  await act(() => vi.advanceTimersByTimeAsync(1000));
  expect(gateway.of('GET /catalog/titles/m1')).toHaveLength(1);
});

test.each([[0.42, '42%'], [0.001, '2%'], [3, '100%']])('WatchedBar_%d_IsAsLong', async (share, length) => {
  await renderPage(() => <WatchedBar share={share} />, '/');
  expect(screen.getByTestId('watched-bar').style.inlineSize).toBe(length);
});

test('WatchedBar_Share_IsTold', async () => {
  await renderPage(() => <WatchedBar share={0.42} />, '/');
  expect(screen.getByText('42% watched')).toBeInTheDocument();
});
