import { describe, expect, test } from 'vitest';
import { Countdown, offerFrom } from './Countdown';
import { chapterAt, chaptersOf, skipAt } from './markers';
import { resumeAt } from './resume';
import { clock, spoken } from './time';

const marker = (kind: string, fromSeconds: number, toSeconds: number, name?: string) => ({ kind, fromSeconds, toSeconds, ...name && { name } });

describe('Chapters', () => {
  const chapters = chaptersOf([marker('chapter', 60, 200, 'Two'), marker('intro', 5, 30), marker('chapter', 0, 90, 'One')]);

  test('ChaptersOf_Unsorted_AreInOrderAndDoNotOverlap', () => {
    expect(chapters).toEqual([{ name: 'One', from: 0, to: 60 }, { name: 'Two', from: 60, to: 200 }]);
  });

  test.each([[0, 0], [59.9, 0], [60, 1], [999, 1], [-1, -1]])('ChapterAt_%s_Is%s', (time, index) => {
    expect(chapterAt(chapters, time)).toBe(index);
  });
});

describe('Skip', () => {
  const markers = [marker('recap', 0, 20), marker('intro', 20, 50), marker('credits', 500, 600)];

  test.each([[0, { kind: 'recap', to: 20 }], [19.5, null], [20, { kind: 'intro', to: 50 }], [48.9, { kind: 'intro', to: 50 }], [49.5, null], [510, null]])('SkipAt_%s_Is%o', (time, skip) => {
    expect(skipAt(markers, time)).toEqual(skip);
  });
});

describe('Countdown', () => {
  const at = (time: number, part = {}) => ({ time, duration: 600, ended: false, paused: false, ...part });

  test('OfferFrom_CreditsKnown_IsTheirStart', () => {
    expect(offerFrom([marker('credits', 550, 600)], 600)).toBe(550);
    expect(offerFrom([], 600)).toBe(590);
    expect(offerFrom([marker('credits', 3, 600)], 600)).toBe(590);
  });

  test('At_WhileItPlays_CountsDownAndGoes', () => {
    const countdown = new Countdown(550, true);

    expect(countdown.at(at(549))).toEqual({ kind: 'hidden' });
    expect(countdown.at(at(550))).toEqual({ kind: 'counting', left: 10 });
    expect(countdown.at(at(553.2))).toEqual({ kind: 'counting', left: 7 });
    expect(countdown.at(at(560, { paused: true }))).toEqual({ kind: 'counting', left: 0 });
    expect(countdown.at(at(560))).toEqual({ kind: 'go' });
  });

  test('At_Cancelled_OnlyOffersEvenAtTheEnd', () => {
    const countdown = new Countdown(550, true);
    countdown.at(at(551));
    countdown.cancel();

    expect(countdown.at(at(599))).toEqual({ kind: 'offered' });
    expect(countdown.at(at(600, { ended: true }))).toEqual({ kind: 'offered' });
  });

  test('At_SoughtBackAfterACancel_BeginsAnew', () => {
    const countdown = new Countdown(550, true);
    countdown.cancel();
    countdown.at(at(100));

    expect(countdown.at(at(555))).toEqual({ kind: 'counting', left: 10 });
  });

  test('At_ProfileWantsNoAutoplay_OnlyOffers', () => {
    expect(new Countdown(550, false).at(at(600, { ended: true }))).toEqual({ kind: 'offered' });
  });

  test('At_EndedWithoutCredits_Goes', () => {
    expect(new Countdown(590, true).at(at(600, { ended: true }))).toEqual({ kind: 'go' });
  });
});

describe('Resume', () => {
  test.each([
    [{ position: 0, completed: false }, null], [{ position: 723, completed: false }, 723], [{ position: 723, completed: true }, null], [{ position: 5, completed: false }, null],
    [{ position: 5950, completed: false }, null], [{ position: 5500, completed: false }, null], [null, null],
  ])('ResumeAt_%o_Is%s', (resume, at) => {
    expect(resumeAt(resume, 6000, 5400)).toBe(at);
  });

  test('ResumeAt_ShortTitle_NeedsLess', () => {
    expect(resumeAt({ position: 3, completed: false }, 40, null)).toBe(3);
  });
});

describe('Time', () => {
  test.each([[0, '0:00'], [723, '12:03'], [3723, '1:02:03'], [-4, '0:00'], [NaN, '--:--']])('Clock_%s_Is%s', (seconds, text) => {
    expect(clock(seconds)).toBe(text);
  });

  test('Spoken_HourMinuteSecond_IsASentenceOfTheLanguage', () => {
    expect(spoken(3723, 'en')).toBe('1 hour, 2 minutes, 3 seconds');
    expect(spoken(0, 'en')).toBe('0 seconds');
    expect(spoken(120, 'ar')).toContain('دقيق');
  });
});
