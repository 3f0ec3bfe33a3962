import { describe, expect, test } from 'vitest';
import { doorFrom, placeOf, profilesPath, signInPath } from './places';

const at = (pathname: string, search = '', hash = '') => ({ pathname, search, hash });

describe('places', () => {
  test('Place_Page_IsWholeAddress', () => {
    expect(placeOf(at('/search', '?q=river', '#films'))).toBe('/search?q=river#films');
  });

  test('Place_Door_IsNoneToComeBackTo', () => {
    expect(placeOf(at('/sign-in', '?reason=expired'))).toBe('/');
  });

  test('Door_StrangerAtHome_IsTheWelcome', () => {
    expect(doorFrom(at('/'), null)).toBe('/welcome');
  });

  test('Door_StrangerInside_ComesBack', () => {
    expect(doorFrom(at('/titles/7', '?from=row'), null)).toBe('/sign-in?return=%2Ftitles%2F7%3Ffrom%3Drow');
  });

  test('Door_SessionWasRevoked_SaysSoAndComesBack', () => {
    expect(doorFrom(at('/account/sessions'), { reason: 'revoked', here: false })).toBe('/sign-in?reason=revoked&return=%2Faccount%2Fsessions');
  });

  test('Door_SignedOutInAnotherTab_SaysSo', () => {
    expect(doorFrom(at('/'), { reason: 'signed-out', here: false })).toBe('/sign-in?reason=signed-out');
  });

  test('Door_SignedOutHere_IsTheWelcome', () => {
    expect(doorFrom(at('/account'), { reason: 'signed-out', here: true })).toBe('/welcome');
  });

  test('Profiles_FromHome_ComeBackByThemselves', () => {
    expect([profilesPath('/'), signInPath('/')]).toEqual(['/profiles', '/sign-in']);
  });
});
