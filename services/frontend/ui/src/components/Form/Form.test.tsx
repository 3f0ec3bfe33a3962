import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import type { Problem } from '../../problem/problem';
import arabic from '../../locales/ar.json';
import { renderUi } from '../../testing';
import { Button } from '../Button/Button';
import { TextField } from '../TextField/TextField';
import { Form } from './Form';

const taken: Problem = { status: 400, errors: { Email: ['Taken.'], seats: ['No seats are left.'] } };

function SignUp({ error, onSubmit = () => undefined }: { error?: unknown; onSubmit?: () => void }) {
  const [email, setEmail] = useState('');
  return (
    <Form error={error} onSubmit={onSubmit}>
      <TextField label="Name" name="name" />
      <TextField label="Email" name="email" type="email" isRequired value={email} onChange={setEmail} />
      <Button type="submit">Send</Button>
    </Form>
  );
}

test('Form_ServerErrorOfAField_ShowsThereAndFocusesIt', async () => {
  await renderUi(<SignUp error={taken} />);
  const field = screen.getByRole('textbox', { name: 'Email' });
  await waitFor(() => expect(field).toHaveFocus());
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription('Taken.');
});

test('Form_ServerErrorOfNoField_ShowsInTheSummary', async () => {
  await renderUi(<SignUp error={taken} />);
  expect(screen.getByRole('alert')).toHaveTextContent('No seats are left.');
  expect(screen.getByRole('alert')).not.toHaveTextContent('Taken.');
});

test('Form_ServerErrorsInAnotherLanguage_AreSaidInOurWords', async () => {
  await renderUi(<SignUp error={taken} />, { language: 'ar' });
  expect(screen.getByRole('textbox', { name: 'Email' })).toHaveAccessibleDescription(arabic.notAccepted);
  expect(screen.getByRole('alert')).toHaveTextContent(arabic.checkFields);
  expect(document.body).not.toHaveTextContent(/Taken|No seats/);
});

test('Form_RefusedInAnotherLanguage_IsSaidInOurWords', async () => {
  await renderUi(<SignUp error={{ status: 422, detail: 'The account is closed.' }} />, { language: 'ar' });
  expect(screen.getByRole('alert')).toHaveTextContent(arabic.errors.refused.body);
  expect(screen.getByRole('alert')).not.toHaveTextContent('closed');
});

test('Form_FieldEditedAfterError_LetsItBeSentAgain', async () => {
  const onSubmit = vi.fn();
  await renderUi(<SignUp error={taken} onSubmit={onSubmit} />);
  await userEvent.type(screen.getByRole('textbox', { name: 'Email' }), 'b@example.com');
  expect(screen.getByRole('textbox', { name: 'Email' })).toBeValid();
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(onSubmit).toHaveBeenCalledOnce();
});

test('Form_RequiredFieldEmpty_IsNotSentAndSaysWhy', async () => {
  const onSubmit = vi.fn();
  await renderUi(<SignUp onSubmit={onSubmit} />);
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(onSubmit).not.toHaveBeenCalled();
  expect(screen.getByText('Fill in this field.')).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Email' })).toHaveFocus();
});

test('Form_NotAnAddress_SaysWhatOneLooksLike', async () => {
  await renderUi(<SignUp />);
  await userEvent.type(screen.getByRole('textbox', { name: 'Email' }), 'nobody{Enter}');
  expect(screen.getByText(/name@example.com/)).toBeVisible();
});

test('Form_Offline_FocusesTheSummary', async () => {
  await renderUi(<SignUp error={{ status: 0, offline: true }} />);
  await waitFor(() => expect(screen.getByRole('alert')).toHaveFocus());
  expect(screen.getByRole('alert')).toHaveTextContent('Check your connection.');
});

test('Form_FieldCorrected_StopsComplainingBeforeItIsLeft', async () => {
  await renderUi(<SignUp />);
  const field = screen.getByRole('textbox', { name: 'Email' });
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(field).toHaveAttribute('aria-invalid', 'true');
  await userEvent.type(field, 'b@example.com');
  expect(field).toHaveFocus();
  expect(field).not.toHaveAttribute('aria-invalid');
  expect(screen.queryByText('Fill in this field.')).not.toBeInTheDocument();
});

test('Form_FieldCorrectedAfterThePagesOwnComplaint_ForgetsTheBrowsersToo', async () => {
  function Short() {
    const [word, setWord] = useState('');
    return (
      <Form onSubmit={() => undefined}>
        <TextField label="Word" isRequired value={word} onChange={setWord} error={word.length > 3 ? 'Too long.' : undefined} />
        <Button type="submit">Send</Button>
      </Form>
    );
  }
  await renderUi(<Short />);
  const field = screen.getByRole('textbox', { name: 'Word' });
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await userEvent.type(field, 'four');
  expect(field).toHaveAccessibleDescription('Too long.');
  await userEvent.type(field, '{Backspace}');
  expect(field).not.toHaveAttribute('aria-invalid');
});
