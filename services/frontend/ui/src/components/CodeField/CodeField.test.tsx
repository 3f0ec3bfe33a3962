import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { CodeField } from './CodeField';

function Code({ onComplete, isAlphanumeric }: { onComplete?: (code: string) => void; isAlphanumeric?: boolean }) {
  const [value, setValue] = useState('');
  return <CodeField label="Code" length={6} {...{ value, onComplete, isAlphanumeric }} onChange={setValue} />;
}

test('CodeField_PastedWithSpaces_KeepsTheDigitsAndCompletes', async () => {
  const onComplete = vi.fn();
  await renderUi(<Code onComplete={onComplete} />);
  await userEvent.click(screen.getByLabelText('Code'));
  await userEvent.paste('123 456');
  expect(screen.getByLabelText('Code')).toHaveValue('123456');
  expect(onComplete).toHaveBeenCalledExactlyOnceWith('123456');
});

test('CodeField_ArabicDigits_BecomeLatin', async () => {
  await renderUi(<Code />);
  await userEvent.type(screen.getByLabelText('Code'), '٤١٨');
  expect(screen.getByLabelText('Code')).toHaveValue('418');
});

test('CodeField_Alphanumeric_IsUpperCase', async () => {
  await renderUi(<Code isAlphanumeric />);
  await userEvent.type(screen.getByLabelText('Code'), 'ab-12c');
  expect(screen.getByLabelText('Code')).toHaveValue('AB12C');
});

test('CodeField_Always_OffersCodesFromMessages', async () => {
  await renderUi(<Code />);
  expect(screen.getByLabelText('Code')).toHaveAttribute('autocomplete', 'one-time-code');
  expect(screen.getByLabelText('Code')).toHaveAttribute('inputmode', 'numeric');
});
