import { expect, test } from 'vitest';
import { renderUi } from '../../testing';
import { Icon } from './Icon';

test('Icon_Always_IsSilent', async () => {
  await renderUi(<Icon name="play" />);
  const icon = document.querySelector('[data-icon="play"]');
  expect(icon).toHaveAttribute('aria-hidden', 'true');
  expect(icon).not.toHaveClass('turning');
});

test('Icon_PointingAlongTheLine_TurnsInArabic', async () => {
  await renderUi(<Icon name="chevron-end" />);
  expect(document.querySelector('[data-icon="chevron-end"]')).toHaveClass('turning');
});
