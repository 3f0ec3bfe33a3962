import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { accepts } from './accepts';
import { FileDrop } from './FileDrop';

const picture = new File(['x'], 'poster.png', { type: 'image/png' });

function input() {
  const found = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!found) throw new Error('There is no file input');
  return found;
}

test('FileDrop_FileChosen_IsGiven', async () => {
  const onFiles = vi.fn();
  await renderUi(<FileDrop label="Poster" accept={['image/*']} onFiles={onFiles} />);
  await userEvent.upload(input(), picture);
  expect(onFiles).toHaveBeenCalledExactlyOnceWith([picture]);
});

test('FileDrop_WrongKind_IsRefusedInWords', async () => {
  const onFiles = vi.fn();
  await renderUi(<FileDrop label="Captions" accept={['.srt']} onFiles={onFiles} />);
  await userEvent.setup({ applyAccept: false }).upload(input(), picture);
  expect(onFiles).not.toHaveBeenCalled();
  expect(screen.getByRole('alert')).toHaveTextContent('not in the form');
});

test('Accepts_EndingOfOtherCase_IsTaken', () => {
  expect(accepts(['.srt'], { name: 'A.SRT', type: '' })).toBe(true);
  expect(accepts(['video/mp4'], { name: 'a.mkv', type: 'video/x-matroska' })).toBe(false);
});
