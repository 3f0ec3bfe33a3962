import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderUi } from '../../testing';
import { SkipLink } from './SkipLink';

test('SkipLink_Pressed_FocusesTheContent', async () => {
  await renderUi(
    <>
      <SkipLink />
      <main id="main" tabIndex={-1}>
        Words
      </main>
    </>,
  );
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('main')).toHaveFocus();
});
