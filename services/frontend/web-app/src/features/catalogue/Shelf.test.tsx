import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Shelf } from './Shelf';
import { renderPage } from './testing/renderPage';

function Row() {
  return <Shelf heading="New" count={3}>{['a', 'b', 'c'].map(id => <li key={id}><a href={`#${id}`}>{id}</a></li>)}</Shelf>;
}

function stretch(list: HTMLElement, scrollLeft: number) {
  Object.defineProperties(list, { clientWidth: { value: 100 }, scrollWidth: { value: 300 }, scrollLeft: { value: scrollLeft, configurable: true } });
  const scrollBy = vi.fn();
  list.scrollBy = scrollBy;
  fireEvent.scroll(list);
  return scrollBy;
}

test('Shelf_ArrowKeys_MoveFocusAlongReadingDirection', async () => {
  await renderPage(Row, '/');
  screen.getByRole('link', { name: 'a' }).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole('link', { name: 'b' })).toHaveFocus();
  screen.getByRole('list').style.direction = 'rtl';
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole('link', { name: 'a' })).toHaveFocus();
});

test('Shelf_AtStart_OnlyGoesOn', async () => {
  await renderPage(Row, '/');
  const scrollBy = stretch(screen.getByRole('list'), 0);
  expect(screen.getByRole('button', { name: 'New: earlier' })).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: 'New: further' }));
  expect(scrollBy).toHaveBeenCalledWith(expect.objectContaining({ left: 85 }));
});

test('Shelf_RightToLeft_GoesOnToTheLeftAndBackToTheRight', async () => {
  await renderPage(Row, '/');
  const list = screen.getByRole('list');
  list.style.direction = 'rtl';
  const scrollBy = stretch(list, -100);
  await userEvent.click(screen.getByRole('button', { name: 'New: further' }));
  expect(scrollBy).toHaveBeenLastCalledWith(expect.objectContaining({ left: -85 }));
  await userEvent.click(screen.getByRole('button', { name: 'New: earlier' }));
  expect(scrollBy).toHaveBeenLastCalledWith(expect.objectContaining({ left: 85 }));
});

test('Shelf_RightToLeftAtEnd_DoesNotGoOn', async () => {
  await renderPage(Row, '/');
  const list = screen.getByRole('list');
  list.style.direction = 'rtl';
  stretch(list, -200);
  expect(screen.getByRole('button', { name: 'New: further' })).toBeDisabled();
  expect(screen.getByRole('button', { name: 'New: earlier' })).toBeEnabled();
});
