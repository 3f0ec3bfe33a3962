import { expect, test } from 'vitest';
import { aSeason, aWatched } from '../catalogue/testing/titles';
import { chooseEpisode } from './resume';

const seasons = [aSeason(1, 2), aSeason(2, 2)];
const done = (id: string, playedAt: string) => aWatched(id, { completed: true, playedAt });
const choice = (watched: Parameters<typeof chooseEpisode>[1]) => {
  const next = chooseEpisode(seasons, watched);
  return next && [next.episode.id, next.season.id, next.state];
};

test('Episode_NothingWatched_IsFirst', () => expect(choice([])).toEqual(['s1e1', 's1', 'begin']));

test('Episode_LatestIsBegun_IsResumed', () => {
  expect(choice([done('s2e2', '2026-01-01'), aWatched('s1e2', { playedAt: '2026-01-05' })])).toEqual(['s1e2', 's1', 'resume']);
});

test('Episode_LastOfSeasonFinished_IsFirstOfNextSeason', () => {
  expect(choice([done('s1e1', '2026-01-01'), done('s1e2', '2026-01-02')])).toEqual(['s2e1', 's2', 'next']);
});

test('Episode_NextOneBegunBefore_IsResumed', () => {
  expect(choice([aWatched('s1e2', { playedAt: '2026-01-01' }), done('s1e1', '2026-01-02')])).toEqual(['s1e2', 's1', 'resume']);
});

test('Episode_NextOneFinishedBefore_IsSkipped', () => {
  expect(choice([done('s1e2', '2026-01-01'), done('s1e1', '2026-01-02')])).toEqual(['s2e1', 's2', 'next']);
});

test('Episode_LastFinishedButEarlierOnesOpen_IsFirstOpen', () => {
  expect(choice([done('s2e2', '2026-01-02')])).toEqual(['s1e1', 's1', 'next']);
});

test('Episode_AllFinished_IsFirstAgain', () => {
  expect(choice(['s1e1', 's1e2', 's2e1', 's2e2'].map(id => done(id, '2026-01-01')))).toEqual(['s1e1', 's1', 'again']);
});

test('Episode_WatchedOneIsGone_CountsForNothing', () => expect(choice([aWatched('gone')])).toEqual(['s1e1', 's1', 'begin']));

test('Episode_NoneAtAll_IsNone', () => expect(chooseEpisode([], [])).toBeNull());
