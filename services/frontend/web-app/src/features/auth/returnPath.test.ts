import { describe, expect, test } from 'vitest';
import { isElsewhere, safeReturn, withReturn } from './returnPath';

const origin = 'https://streamix.example';

describe('safeReturn', () => {
  test.each([
    ['/', '/'],
    ['/titles/7?season=2#cast', '/titles/7?season=2#cast'],
    ['/admin/titles', '/admin/titles'],
    ['/device?code=BCDFGHJK', '/device?code=BCDFGHJK'],
    ['/a/../titles/7', '/titles/7'],
    ['/search?q=https://else.example', '/search?q=https://else.example'],
  ])('SafeReturn_OwnPath%s_IsKept', (wanted, kept) => {
    expect(safeReturn(wanted, origin)).toBe(kept);
  });

  test.each([
    [null],
    [''],
    ['titles'],
    ['https://else.example/'],
    ['//else.example'],
    ['///else.example'],
    ['/\\else.example'],
    ['/\t/else.example'],
    ['/\n/else.example'],
    ['\\\\else.example'],
    [' //else.example'],
    ['/..//else.example'],
    ['/.//else.example'],
    ['javascript:alert(1)'],
    ['data:text/html,x'],
    ['/\u0000'],
    ['/api/v1/session/sign-out'],
    ['/x/../api/v1/account'],
    ['/sign-in'],
    ['/sign-in?return=/sign-in'],
    ['/sign-up/'],
    ['/reset-password#token=x'],
    ['/forgot-password'],
  ])('SafeReturn_%j_IsTheHomePage', wanted => {
    expect(safeReturn(wanted, origin)).toBe('/');
  });
});

test('IsElsewhere_AdminTool_IsAnotherApplication', () => {
  expect(['/admin', '/admin/', '/admin/titles?x', '/admin?x', '/admin#x'].every(isElsewhere)).toBe(true);
  expect(['/', '/administration', '/titles/admin', '/?to=/admin/'].some(isElsewhere)).toBe(false);
});

test('WithReturn_Path_ComesBackWhole', () => {
  const made = withReturn('/sign-in', '/titles/7?a=1&b=2#c');
  expect(new URL(made, origin).searchParams.get('return')).toBe('/titles/7?a=1&b=2#c');
  expect(withReturn('/sign-in?reason=confirmed', '/search')).toBe('/sign-in?reason=confirmed&return=%2Fsearch');
  expect(withReturn('/sign-in', '/')).toBe('/sign-in');
});
