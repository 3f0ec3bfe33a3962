import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import type { Caption } from './captions/cues';
import { anAnswer } from './testing/answers';
import { threeTracks } from './testing/FakeEngine';
import { renderPlayer } from './testing/renderPlayer';

const plays = () => Promise.resolve(anAnswer({ markers: [{ kind: 'intro', fromSeconds: 10, toSeconds: 40 }], next: { titleId: 't2', seasonNumber: 1, number: 2 } }));
const caption = (text: string): Caption => ({ key: text, from: 0, to: 9, lines: [[{ text, italic: false, bold: false, underline: false }]], top: false, align: 'center' });

describe('Player', () => {
  test('PlayButton_Pressed_PausesAndSaysSo', async () => {
    const { engine, user } = await renderPlayer(plays);
    await user.click(screen.getByRole('button', { name: 'Pause' }));

    expect(engine.state.paused).toBe(true);
    expect(screen.getByRole('button', { name: 'Play' })).toBeVisible();
    expect(screen.getByTestId('announcer')).toHaveTextContent('Paused');
  });

  test('Keys_WithoutFocus_SeekMuteAndSpeak', async () => {
    const { engine, user, preferences } = await renderPlayer(plays);
    act(() => engine.move({ time: 100 }));
    await user.keyboard('l');
    expect(engine.state.time).toBe(110);
    expect(screen.getByTestId('announcer')).toHaveTextContent('Forward 10 seconds');
    await user.keyboard('5m>');

    expect(engine.state.time).toBe(300);
    expect(preferences.get()).toMatchObject({ muted: true, rate: 1.25 });
  });

  test('SeekBar_ArrowOnFocus_MovesOnce', async () => {
    const { engine, user } = await renderPlayer(plays);
    act(() => engine.move({ time: 100 }));
    act(() => screen.getByRole('slider', { name: 'Timeline' }).focus());
    await user.keyboard('{ArrowRight}');

    expect(engine.seeks).toEqual([105]);
    expect(screen.getByRole('slider', { name: 'Timeline' })).toHaveAttribute('aria-valuetext', '1 minute, 45 seconds of 10 minutes');
  });

  test('Captions_WithMarkup_AreTextAlone', async () => {
    const { engine } = await renderPlayer(plays);
    act(() => engine.move({ captions: [caption('<img src=x onerror=alert(1)>')] }));

    expect(screen.getByTestId('captions')).toHaveTextContent('<img src=x onerror=alert(1)>');
    expect(screen.getByTestId('captions').querySelector('img')).toBeNull();
  });

  test('Settings_CaptionsAndQuality_AreChosen', async () => {
    const { engine, user } = await renderPlayer(plays);
    act(() => engine.tell(threeTracks));
    await user.click(screen.getByRole('button', { name: 'Settings' }));
    await user.click(screen.getByRole('button', { name: /^Captions Off/ }));
    await user.click(screen.getByRole('radio', { name: 'English' }));
    expect(engine.trackState.text).toBe('en/subtitles');
    await user.click(screen.getByRole('button', { name: 'Back' }));
    await user.click(screen.getByRole('button', { name: /^Quality/ }));
    await user.click(screen.getByRole('radio', { name: /360p/ }));
    expect(engine.trackState.quality).toBe('360');
  });

  test('Settings_Escape_GoesBackThenClosesAndReturnsTheFocus', async () => {
    const { user } = await renderPlayer(plays);
    await user.click(screen.getByTestId('settings'));
    await user.click(screen.getByRole('button', { name: /^Speed/ }));
    await user.keyboard('{Escape}');
    expect(screen.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    await user.keyboard('{Escape}');

    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByTestId('settings')).toHaveFocus();
  });

  test('Help_QuestionMark_OpensAndCloses', async () => {
    const { user } = await renderPlayer(plays);
    await user.keyboard('?');
    expect(screen.getByRole('dialog', { name: 'Keyboard and touch' })).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('SkipIntro_Pressed_GoesBehindIt', async () => {
    const { engine, user } = await renderPlayer(plays);
    act(() => engine.move({ time: 12 }));
    await user.click(screen.getByRole('button', { name: 'Skip intro' }));

    expect(engine.state.time).toBe(40);
    expect(screen.queryByTestId('skip')).toBeNull();
  });

  test('SkipIntro_WhileAPanelIsOpen_IsAway', async () => {
    const { engine, user } = await renderPlayer(plays);
    act(() => engine.move({ time: 12 }));
    await user.click(screen.getByTestId('settings'));
    expect(screen.queryByTestId('skip')).toBeNull();
    await user.keyboard('{Escape}');

    expect(screen.getByTestId('skip')).toBeVisible();
  });

  test('NextEpisode_CountsDown_AndIsCancelled', async () => {
    const { engine, user, goTo } = await renderPlayer(plays);
    act(() => engine.move({ time: 592 }));
    expect(screen.getByTestId('next-episode')).toHaveTextContent('Next episode in 8 seconds');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    act(() => engine.move({ time: 600, ended: true }));
    expect(goTo).not.toHaveBeenCalled();

    await user.click(screen.getByRole('button', { name: 'Play now' }));
    expect(goTo).toHaveBeenCalledWith('t2');
  });

  test('Stats_FromTheMenu_ShowEdgeAndBitrate', async () => {
    const { user } = await renderPlayer(plays);
    await user.click(screen.getByTestId('settings'));
    await user.click(screen.getByRole('switch', { name: /Statistics/ }));

    expect(screen.getByTestId('stats')).toHaveTextContent(/DASH.*1920×1080.*4\.00 Mbit\/s.*edge-1/);
  });

  test('CaptionStyle_TooLittleContrast_IsSaidUntilItIsEnough', async () => {
    const { user } = await renderPlayer(plays);
    await user.click(screen.getByTestId('settings'));
    await user.click(screen.getByRole('button', { name: /^Caption style/ }));
    const note = screen.getByTestId('caption-contrast');
    expect(note).toBeEmptyDOMElement();
    await user.click(within(screen.getByRole('group', { name: 'How dense that is' })).getByRole('radio', { name: '25 %' }));
    expect(note).toHaveTextContent(/Hard to read over bright pictures.*1\.8 : 1.*4\.5 : 1/);
    await user.click(within(screen.getByRole('group', { name: 'How dense that is' })).getByRole('radio', { name: '75 %' }));
    expect(note).toBeEmptyDOMElement();
  });

  test('Arabic_Timeline_StillRunsFromTheLeft', async () => {
    await renderPlayer(plays, 'ar');

    expect(screen.getByRole('slider', { name: 'الخط الزمني' })).toHaveAttribute('dir', 'ltr');
    expect(screen.getByRole('button', { name: 'إيقاف مؤقت' })).toBeVisible();
  });

  test('Touch_TwiceAtTheRight_SeeksForward', async () => {
    const { engine, container } = await renderPlayer(plays);
    act(() => engine.move({ time: 100 }));
    const surface = container.querySelector('.touch');
    if (!surface) throw new Error('There is nothing to touch.');
    vi.spyOn(surface, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 900, 500));
    const finger = (type: string) => Object.assign(new MouseEvent(type, { bubbles: true, clientX: 800, clientY: 200 }), { pointerType: 'touch', isPrimary: true });
    for (const type of ['pointerdown', 'pointerup', 'pointerdown', 'pointerup']) fireEvent(surface, finger(type));

    expect(engine.state.time).toBe(110);
  });
});
