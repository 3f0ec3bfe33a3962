import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useCombo } from './useCombo';

function Box({ ids }: { ids: string[] }) {
  const combo = useCombo({ ids, onChoose: () => undefined, onSubmit: () => undefined });
  return <input aria-label="field" data-active={ids[combo.active] ?? 'none'} onKeyDown={combo.onKeyDown} />;
}

const field = () => screen.getByLabelText('field');
const down = () => fireEvent.keyDown(field(), { key: 'ArrowDown' });

test('Combo_ListChanges_TheActiveLineStaysTheSameThing', () => {
  const { rerender } = render(<Box ids={['a', 'b', 'c']} />);
  down();
  down();
  expect(field()).toHaveAttribute('data-active', 'b');
  rerender(<Box ids={['new', 'a', 'c', 'b']} />);
  expect(field()).toHaveAttribute('data-active', 'b');
});

test('Combo_ActiveLineGoes_NoneIsActive', () => {
  const { rerender } = render(<Box ids={['a', 'b']} />);
  down();
  rerender(<Box ids={['x', 'y']} />);
  expect(field()).toHaveAttribute('data-active', 'none');
  down();
  expect(field()).toHaveAttribute('data-active', 'x');
});

test('Combo_PastTheLastLine_IsTheFieldAgain', () => {
  render(<Box ids={['a']} />);
  down();
  down();
  expect(field()).toHaveAttribute('data-active', 'none');
  fireEvent.keyDown(field(), { key: 'ArrowUp' });
  expect(field()).toHaveAttribute('data-active', 'a');
});
