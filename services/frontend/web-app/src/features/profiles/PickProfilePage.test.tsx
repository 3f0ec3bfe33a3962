import { json, platform, problem, tokens } from '@streamix/api/testing';
import { fill, press } from '@streamix/ui/testing';
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { place, renderPage } from '../auth/testing/renderPage';
import { chosenProfile } from './chosen';
import { Component as PickProfilePage } from './PickProfilePage';
import { byron, child, page, profile, usualPreferences } from './profiles.fixture';

const list = 'GET /profiles';
const enter = 'PUT /session/profile';
const preferencesOf = (id: string) => ({ [`GET /profiles/${id}/preferences`]: json(usualPreferences, 200, { ETag: '"1"' }) });

afterEach(() => vi.useRealTimers());

async function show(path = '/profiles') {
  await renderPage(<PickProfilePage />, path);
  await screen.findByText('Ada');
}

async function enterPin(pin: string) {
  await screen.findByLabelText('PIN');
  fill('PIN', pin);
  press('Go on');
}

describe('choice', () => {
  test('Pick_ProfileWithoutPin_GoesOnAsItWithItsLook', async () => {
    const ada = profile();
    const gateway = platform({ [list]: json(page(ada, byron, child)), [enter]: json(tokens()), ...preferencesOf(ada.id) });
    await show('/profiles?return=%2Ftitles%2F7');
    press(/^Ada/);
    await waitFor(() => expect(place()).toBe('/titles/7'));
    expect(gateway.bodies(enter)).toEqual([{ profileId: ada.id }]);
    expect(chosenProfile()).toBe(ada.id);
    expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', motion: 'reduced' });
  });

  test('Pick_Grid_MarksChildrenAndLocks', async () => {
    platform({ [list]: json(page(profile(), byron, child)) });
    await show();
    expect(screen.getByRole('button', { name: /Allegra.*Kids/ })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /Byron.*has a PIN/ })).toBeInTheDocument();
  });

  test('Pick_ProfileIsGone_IsSaidAndReadAgain', async () => {
    const gateway = platform({ [list]: [json(page(profile(), child)), json(page(profile()))], [enter]: problem(404) });
    await show();
    press(/^Allegra/);
    expect(await screen.findByText(/no longer there/)).toBeInTheDocument();
    await waitFor(() => expect(gateway.of(list)).toHaveLength(2));
    expect(chosenProfile()).toBeNull();
  });

  test('Pick_ListUnreadable_CanBeTriedAgain', async () => {
    platform({ [list]: [problem(503), json(page(profile()))] });
    await renderPage(<PickProfilePage />, '/profiles');
    await screen.findByRole('button', { name: 'Try again' });
    press('Try again');
    expect(await screen.findByText('Ada')).toBeInTheDocument();
  });

  test('Pick_NewAccount_WaitsForItsFirstProfile', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const gateway = platform({ [list]: [json(page()), json(page()), json(page(profile()))] });
    await renderPage(<PickProfilePage />, '/profiles');
    await act(() => vi.advanceTimersByTimeAsync(3000));
    expect(await screen.findByText('Ada')).toBeInTheDocument();
    expect(gateway.of(list)).toHaveLength(3);
  });

  test('Pick_NoProfileComes_OffersToMakeOne', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    platform({ [list]: json(page()) });
    await renderPage(<PickProfilePage />, '/profiles');
    await act(() => vi.advanceTimersByTimeAsync(16_000));
    expect(await screen.findByText('There is no profile yet')).toBeInTheDocument();
  });
});

describe('PIN', () => {
  test('Pin_Right_GoesOn', async () => {
    const gateway = platform({ [list]: json(page(profile(), byron)), [enter]: json(tokens()), ...preferencesOf(byron.id) });
    await show();
    press(/^Byron/);
    await enterPin('٢٥٨٠');
    await waitFor(() => expect(place()).toBe('/'));
    expect(gateway.bodies(enter)).toEqual([{ profileId: byron.id, pin: '2580' }]);
  });

  test('Pin_Wrong_SaysHowManyTriesAreLeft', async () => {
    platform({ [list]: json(page(profile(), byron)), [enter]: problem(403, { code: 'pin-wrong', attemptsLeft: 2 }) });
    await show();
    press(/^Byron/);
    await enterPin('1111');
    expect((await screen.findAllByText(/Tries left before a break: 2/)).length).toBeGreaterThan(0);
    expect(screen.getByLabelText('PIN')).toHaveValue('');
    expect(chosenProfile()).toBeNull();
  });

  test('Pin_LastTryWrong_CountsDownAtOnce', async () => {
    const answers = [problem(403, { code: 'pin-wrong', attemptsLeft: 0 }), problem(429, {}, { 'Retry-After': '30' })];
    const gateway = platform({ [list]: json(page(profile(), byron)), [enter]: answers });
    await show();
    press(/^Byron/);
    await enterPin('1111');
    expect(await screen.findByText(/Too many wrong PINs. Try again in (30|2\d) s/)).toBeInTheDocument();
    expect(screen.queryByText(/Tries left/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Go on' })).toBeDisabled();
    expect(gateway.of(enter)).toHaveLength(2);
  });

  test('Pin_TooShort_IsNotSent', async () => {
    const gateway = platform({ [list]: json(page(profile(), byron)) });
    await show();
    press(/^Byron/);
    await enterPin('12');
    expect(await screen.findByText('A PIN has 4 to 6 digits.')).toBeInTheDocument();
    expect(gateway.of(enter)).toEqual([]);
  });

  test('Pin_Locked_CountsDownAndOpensAgain', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const answers = [problem(429, {}, { 'Retry-After': '60' }), json(tokens())];
    const gateway = platform({ [list]: json(page(profile(), byron)), [enter]: answers, ...preferencesOf(byron.id) });
    await show();
    press(/^Byron/);
    await enterPin('1111');
    expect(await screen.findByText(/Too many wrong PINs. Try again in (60|5\d) s/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Go on' })).toBeDisabled();

    await act(() => vi.advanceTimersByTimeAsync(61_000));
    expect(screen.getByRole('button', { name: 'Go on' })).toBeEnabled();
    await enterPin('2580');
    await waitFor(() => expect(place()).toBe('/'));
    expect(gateway.of(enter)).toHaveLength(2);
  });

  test('Pin_DialogClosed_StaysWhereOneIs', async () => {
    const gateway = platform({ [list]: json(page(profile(), byron)) });
    await show();
    press(/^Byron/);
    await screen.findByLabelText('PIN');
    press('Close');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(gateway.of(enter)).toEqual([]);
  });
});
