import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { ErrorState } from './ErrorState';

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  [{ status: 0, offline: true }, 'You are offline'],
  [{ status: 403 }, 'This is not open to you'],
  [{ status: 404 }, 'We could not find this'],
  [{ status: 429 }, 'One moment, please'],
  [{ status: 503 }, 'Something broke on our side'],
  [new Error('boom'), 'Something went wrong'],
])('ErrorState_%o_SaysWhatItMeans', async (error, title) => {
  await renderUi(<ErrorState error={error} />);
  expect(screen.getByRole('alert')).toHaveTextContent(title);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test('ErrorState_TryAgainPressed_Retries', async () => {
  const onRetry = vi.fn();
  await renderUi(<ErrorState error={{ status: 500 }} onRetry={onRetry} />);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test('ErrorState_TooManyRequests_CountsDownBeforeTryingAgain', async () => {
  vi.useFakeTimers();
  await renderUi(<ErrorState error={{ status: 429, retryAfterSeconds: 3 }} onRetry={() => undefined} />);
  expect(screen.getByRole('button', { name: 'Try again in 3 s' })).toBeDisabled();
  act(() => vi.advanceTimersByTime(2_000));
  expect(screen.getByRole('button', { name: 'Try again in 1 s' })).toBeDisabled();
  act(() => vi.advanceTimersByTime(1_000));
  expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
});

test('ErrorState_InArabic_SpeaksArabic', async () => {
  await renderUi(<ErrorState error={{ status: 404 }} />, { language: 'ar' });
  expect(screen.getByRole('heading', { name: 'لم نجد ما تبحث عنه' })).toBeVisible();
});
