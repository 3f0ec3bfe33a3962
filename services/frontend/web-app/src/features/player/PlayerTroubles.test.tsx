import { act, screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { anAnswer, aProblem } from './testing/answers';
import { renderPlayer } from './testing/renderPlayer';

const plays = () => Promise.resolve(anAnswer({ markers: [{ kind: 'intro', fromSeconds: 10, toSeconds: 40 }], next: { titleId: 't2', seasonNumber: 1, number: 2 } }));
const refuses = (status: number, part: object) => () => Promise.reject(aProblem(status, part));

describe('PlayerTroubles', () => {
  test('Resume_StartOver_PlaysFromTheStart', async () => {
    const { engine, user } = await renderPlayer(() => Promise.resolve(anAnswer({ resume: { position: 123, completed: false } })));
    const dialog = screen.getByRole('dialog', { name: 'Welcome back' });
    expect(within(dialog).getByRole('button', { name: /Resume from .?2:03/ })).toHaveFocus();
    await user.click(within(dialog).getByRole('button', { name: 'Start over' }));

    expect(engine.state).toMatchObject({ time: 0, paused: false });
  });

  test('Blocked_BigButton_Plays', async () => {
    const { engine, controller, user } = await renderPlayer(plays);
    engine.mayPlay = false;
    await act(async () => { engine.pause(); await controller.commands.play(); });
    engine.mayPlay = true;
    await user.click(screen.getByTestId('big-play'));

    expect(engine.state.paused).toBe(false);
    expect(screen.queryByTestId('big-play')).toBeNull();
  });

  test('Buffering_After300Milliseconds_ShowsTheSpinner', async () => {
    const { engine } = await renderPlayer(plays);
    vi.useFakeTimers();
    try {
      act(() => engine.move({ waiting: true }));
      act(() => { vi.advanceTimersByTime(299); });
      expect(screen.queryByTestId('buffering')).toBeNull();
      act(() => { vi.advanceTimersByTime(1); });
      expect(screen.getByTestId('buffering')).toBeVisible();
    } finally {
      vi.useRealTimers();
    }
  });

  test('Live_BehindTheEdge_GoesThere', async () => {
    const { engine, user } = await renderPlayer(plays);
    act(() => engine.move({ live: true, time: 100, seekable: { start: 50, end: 300 } }));
    await user.click(screen.getByRole('button', { name: /Go to live/ }));

    expect(engine.state.time).toBe(300);
    expect(screen.getByRole('button', { name: /Live/ })).toBeDisabled();
  });

  test('TooManyStreams_StopTheOther_PlaysHereInstead', async () => {
    const streams = [{ playbackId: 'p9', deviceName: 'Living room', titleId: 't9', since: null }];
    const { start, user } = await renderPlayer(refuses(403, { code: 'too-many-streams', extensions: { streams } }));
    expect(screen.getByTestId('failure')).toHaveTextContent('Too many devices are playing');
    start.mockImplementation(plays);
    await user.click(screen.getByRole('button', { name: 'Stop on Living room and play here' }));

    expect(start.mock.calls[1]?.[0]).toMatchObject({ insteadOf: 'p9' });
    expect(screen.queryByTestId('failure')).toBeNull();
  });

  test.each(['2580', '258036'])('PinNeeded_%sEntered_IsSent', async pin => {
    const { start, user } = await renderPlayer(refuses(403, { code: 'pin-needed' }));
    start.mockImplementation(plays);
    await user.type(screen.getByLabelText(/PIN of this profile/), pin);
    await user.click(screen.getByRole('button', { name: 'Watch' }));

    expect(start.mock.calls[1]?.[0]).toMatchObject({ pin });
    expect(screen.getByTestId('player')).toHaveAttribute('data-phase', 'playing');
  });

  test('SignedOut_Link_ComesBackHere', async () => {
    await renderPlayer(refuses(401, {}));

    expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in?reason=signed-out&return=%2Fwatch%2Ft1');
  });
});
