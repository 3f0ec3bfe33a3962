import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { Disclosure } from './Disclosure';

function show() {
  render(<><Disclosure face="?" label="Language">{close => <li><button onClick={close}>العربية</button></li>}</Disclosure><button>elsewhere</button></>);
  return screen.getByRole('button', { name: 'Language' });
}

describe('Disclosure', () => {
  test('Escape_WhileOpen_ClosesAndReturnsTheFocus', async () => {
    const opener = show();
    await userEvent.click(opener);
    expect(opener).toHaveAttribute('aria-expanded', 'true');
    await userEvent.tab();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByText('العربية')).toBeNull();
    expect(opener).toHaveFocus();
  });

  test('Focus_GoesElsewhere_Closes', async () => {
    await userEvent.click(show());
    await userEvent.tab();
    await userEvent.tab();
    expect(screen.getByText('elsewhere')).toHaveFocus();
    expect(screen.queryByText('العربية')).toBeNull();
  });
});
