import { json, platform, problem, proofWanted } from '@streamix/api/testing';
import { fill, press, tick } from '@streamix/ui/testing';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { place, renderPage } from '../auth/testing/renderPage';
import { edit, proof, proveIt, stored } from './editing.fixture';
import { Component as ProfileFormPage } from './ProfileFormPage';
import { byron, profile, usualPreferences } from './profiles.fixture';

beforeEach(() => {
  URL.createObjectURL = vi.fn(() => 'blob:preview');
  URL.revokeObjectURL = vi.fn();
});

describe('new', () => {
  const made = profile({ name: 'Charles' });
  const answers = { ...stored(made), 'POST /profiles': json(made, 201) };
  const show = () => renderPage(<ProfileFormPage />, '/profiles/new');

  test('New_ForChildren_IsMadeWithTheirRating', async () => {
    const gateway = platform(answers);
    await show();
    fill('Name', ' Charles ');
    tick(/^Profile for children/);
    press('Add the profile');
    await waitFor(() => expect(place()).toBe('/profiles'));
    expect(gateway.bodies('POST /profiles')).toEqual([{ name: 'Charles', kids: true, maturity: 12, language: null }]);
    expect(gateway.of(`PUT /profiles/${made.id}/preferences`)[0]?.headers.get('If-Match')).toBe('"1"');
  });

  test('New_OwnPicture_IsUploadedAsItIs', async () => {
    const upload = `POST /profiles/${made.id}/avatar`;
    const gateway = platform({ ...answers, [upload]: json(made) });
    await show();
    fill('Name', 'Charles');
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    fireEvent.change(input!, { target: { files: [new File(['pixels'], 'me.png', { type: 'image/png' })] } });
    expect(await screen.findByRole('button', { name: 'Keep the present picture' })).toBeInTheDocument();
    expect(document.querySelector('img[src="blob:preview"]')).not.toBeNull();
    press('Add the profile');
    await waitFor(() => expect(place()).toBe('/profiles'));
    expect(gateway.of(upload)[0]?.headers.get('Content-Type')).toBe('image/png');
    expect(gateway.bodies(upload)).toEqual(['pixels']);
  });

  test('New_PictureRefused_MakesNoSecondProfile', async () => {
    const upload = `POST /profiles/${made.id}/avatar`;
    const gateway = platform({ ...answers, [upload]: [problem(422, { errors: { picture: ['is damaged'] } }), json(made)] });
    await show();
    fill('Name', 'Charles');
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    fireEvent.change(input!, { target: { files: [new File(['x'], 'me.png', { type: 'image/png' })] } });
    press('Add the profile');
    expect(await screen.findByText(/damaged, too small or too large/)).toBeInTheDocument();
    press('Add the profile');
    await waitFor(() => expect(place()).toBe('/profiles'));
    expect(gateway.of('POST /profiles')).toHaveLength(1);
    expect(gateway.of(`PUT /profiles/${made.id}`)).toHaveLength(1);
  });

  test.each([
    [problem(409, { code: 'profile-limit' }), /as many profiles as it may have/],
    [problem(409), /Another profile has this name/],
    [problem(422, { errors: { name: ['must be text that can be seen'] } }), /Write a name of letters/],
  ])('New_Refused%#_SaysWhy', async (refusal, words) => {
    platform({ 'POST /profiles': refusal });
    await show();
    fill('Name', 'Charles');
    press('Add the profile');
    expect((await screen.findAllByText(words)).length).toBeGreaterThan(0);
  });

  test('New_BesideAChild_AsksForAProofFirst', async () => {
    const gateway = platform({ ...answers, ...proof, 'POST /profiles': [proofWanted(), json(made, 201)] });
    await show();
    fill('Name', 'Charles');
    press('Add the profile');
    await proveIt();
    await waitFor(() => expect(place()).toBe('/profiles'));
    const keys = gateway.of('POST /profiles').map(({ headers }) => headers.get('Idempotency-Key'));
    expect(keys).toEqual([keys[0], keys[0]]);
  });
});

describe('edit', () => {
  test('Edit_Saved_KeepsWhatIsNotShown', async () => {
    const one = profile();
    const gateway = platform(stored(one));
    await edit(one);
    fill('Name', 'Ada L.');
    tick('Play trailers while browsing');
    press('Save');
    await waitFor(() => expect(place()).toBe('/profiles/manage'));
    expect(gateway.of(`PUT /profiles/${one.id}`)[0]?.headers.get('If-Match')).toBe('"1"');
    expect(gateway.bodies(`PUT /profiles/${one.id}`)).toEqual([{ name: 'Ada L.', kids: false, maturity: 18, language: null }]);
    expect(gateway.of(`PUT /profiles/${one.id}/preferences`)[0]?.headers.get('If-Match')).toBe('"2"');
    expect(gateway.bodies(`PUT /profiles/${one.id}/preferences`)).toEqual([{ ...usualPreferences, autoplayPreviews: false }]);
  });

  test('Edit_PictureAndData_AreKeptWithTheProfile', async () => {
    const one = profile();
    const gateway = platform(stored(one));
    await edit(one);
    tick(/^High \(up to 1080/);
    tick('On mobile connections');
    press('Save');
    await waitFor(() => expect(place()).toBe('/profiles/manage'));
    expect(gateway.bodies(`PUT /profiles/${one.id}/preferences`)).toEqual([{ ...usualPreferences, quality: 'hd', dataSaver: 'mobile' }]);
  });

  test('Edit_ChangedElsewhere_IsReadAgainAndSavedThen', async () => {
    const one = profile();
    const put = `PUT /profiles/${one.id}`;
    const gateway = platform({
      ...stored(one),
      [`GET /profiles/${one.id}`]: [json(one, 200, { ETag: '"1"' }), json(one, 200, { ETag: '"7"' })],
      [put]: [problem(412), json(one, 200, { ETag: '"8"' })],
    });
    await edit(one);
    fill('Name', 'Ada L.');
    press('Save');
    expect(await screen.findByText(/changed elsewhere meanwhile/)).toBeInTheDocument();
    await waitFor(() => expect(gateway.of(`GET /profiles/${one.id}`)).toHaveLength(2));
    press('Save');
    await waitFor(() => expect(place()).toBe('/profiles/manage'));
    expect(gateway.of(put)[1]?.headers.get('If-Match')).toBe('"7"');
    expect(gateway.bodies(put)[1]).toMatchObject({ name: 'Ada L.' });
  });

  test('Edit_AllowedMoreThanBefore_TakesThePin', async () => {
    const put = `PUT /profiles/${byron.id}`;
    const gateway = platform({
      ...stored(byron),
      [put]: [problem(403, { code: 'pin-required' }), problem(403, { code: 'pin-wrong', attemptsLeft: 4 }), json(byron, 200, { ETag: '"2"' })],
    });
    await edit(byron);
    press('Save');
    await screen.findByLabelText('PIN');
    fill('PIN', '1111');
    press('Go on');
    expect((await screen.findAllByText(/Tries left before a break: 4/)).length).toBeGreaterThan(0);
    fill('PIN', '2580');
    press('Go on');
    await waitFor(() => expect(place()).toBe('/profiles/manage'));
    expect(gateway.of(put).map(({ headers }) => headers.get('Profile-Pin'))).toEqual([null, '1111', '2580']);
  });

  test('Edit_BuiltInPicture_IsWorn', async () => {
    const one = profile();
    const choose = `PUT /profiles/${one.id}/avatar`;
    const pictures = [{ name: 'waves-teal', images: [{ size: 64, url: '/a/64' }] }];
    const gateway = platform({ ...stored(one), 'GET /profiles/avatars': json(pictures), [choose]: json(one) });
    await edit(one);
    press('Choose a picture');
    await screen.findByRole('button', { name: 'Picture 1: waves-teal' });
    press('Picture 1: waves-teal');
    press('Save');
    await waitFor(() => expect(place()).toBe('/profiles/manage'));
    expect(gateway.bodies(choose)).toEqual([{ builtIn: 'waves-teal' }]);
  });

  test('Edit_Unreadable_CanBeTriedAgain', async () => {
    const one = profile();
    platform({ ...stored(one), [`GET /profiles/${one.id}`]: [problem(503), json(one, 200, { ETag: '"1"' })] });
    await renderPage(<ProfileFormPage />, `/profiles/${one.id}`, { route: '/profiles/:id' });
    await screen.findByRole('button', { name: 'Try again' });
    press('Try again');
    expect(await screen.findByDisplayValue('Ada')).toBeInTheDocument();
  });
});
