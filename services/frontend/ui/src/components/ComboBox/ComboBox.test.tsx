import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { ComboBox, type ComboBoxItem } from './ComboBox';

const people: ComboBoxItem[] = [
  { id: '1', label: 'Ida' },
  { id: '2', label: 'Omar' },
];

/** Takes several: the text is cleared after each choice. */
function Crowd({ onSelect }: { onSelect: (person: ComboBoxItem) => void }) {
  const [words, setWords] = useState('');
  return <ComboBox label="People" items={people} inputValue={words} onInputChange={setWords} onSelect={person => { onSelect(person); setWords(''); }} />;
}

function People({ onSelect }: { onSelect: (person: ComboBoxItem) => void }) {
  const [words, setWords] = useState('');
  const items = people.filter(person => person.label.toLowerCase().includes(words.toLowerCase()));
  return <ComboBox label="Person" items={items} inputValue={words} onInputChange={setWords} onSelect={person => { setWords(person.label); onSelect(person); }} />;
}

test('ComboBox_Typed_OffersWhatFitsAndSelects', async () => {
  const onSelect = vi.fn();
  await renderUi(<People onSelect={onSelect} />);
  await userEvent.type(screen.getByRole('combobox'), 'om');
  expect(screen.queryByRole('option', { name: 'Ida' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('option', { name: 'Omar' }));
  expect(onSelect).toHaveBeenCalledExactlyOnceWith(people[1]);
});

test('ComboBox_NothingFits_SaysSo', async () => {
  await renderUi(<People onSelect={() => undefined} />);
  await userEvent.type(screen.getByRole('combobox'), 'zz');
  expect(screen.getByText('Nothing matches.')).toBeVisible();
});

test('ComboBox_Chosen_ClosesItsList', async () => {
  await renderUi(<People onSelect={() => undefined} />);
  await userEvent.type(screen.getByRole('combobox'), 'om');
  await userEvent.click(screen.getByRole('option', { name: 'Omar' }));
  expect(screen.getByRole('combobox')).toHaveAttribute('aria-expanded', 'false');
  expect(screen.getByRole('combobox')).toHaveValue('Omar');
});

test('ComboBox_ClearedByItsOwner_TakesTheSameOneAgain', async () => {
  const onSelect = vi.fn();
  await renderUi(<Crowd onSelect={onSelect} />);
  for (const _ of [1, 2]) {
    await userEvent.type(screen.getByRole('combobox'), 'om');
    await userEvent.click(screen.getByRole('option', { name: 'Omar' }));
    expect(screen.getByRole('combobox')).toHaveValue('');
  }
  expect(onSelect).toHaveBeenCalledTimes(2);
});
