import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderUi } from '../../testing';
import { Card } from './Card';

test('Card_WithTitle_HasAHeadingOfTheLevelAsked', async () => {
  await renderUi(
    <Card title="Sessions" level={3} as="section">
      Words
    </Card>,
  );
  expect(screen.getByRole('heading', { level: 3, name: 'Sessions' })).toBeVisible();
});
