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

function People({ onSelect }: { onSelect: (person: ComboBoxItem) => void }) {
  const [words, setWords] = useState('');
  const items = people.filter(person => person.label.toLowerCase().includes(words.toLowerCase()));
  return <ComboBox label="Person" items={items} inputValue={words} onInputChange={setWords} onSelect={onSelect} />;
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
