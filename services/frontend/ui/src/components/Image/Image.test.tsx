import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderUi } from '../../testing';
import { Image } from './Image';

test('Image_Broken_KeepsItsPlaceAndItsName', async () => {
  await renderUi(<Image src="/poster.jpg" alt="Tin Moon" ratio="2 / 3" />);
  const picture = screen.getByRole('img', { name: 'Tin Moon' });
  expect(picture.parentElement).toHaveStyle({ aspectRatio: '2 / 3' });
  fireEvent.error(picture);
  expect(screen.getByRole('img', { name: 'Tin Moon' })).not.toHaveAttribute('src');
});

test('Image_OtherSourceAfterABrokenOne_IsTried', async () => {
  const { rerender } = await renderUi(<Image src="/one.jpg" alt="Tin Moon" ratio={1.78} />);
  fireEvent.error(screen.getByRole('img'));
  rerender(<Image src="/two.jpg" alt="Tin Moon" ratio={1.78} />);
  expect(screen.getByRole('img')).toHaveAttribute('src', '/two.jpg');
});
