import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderUi } from '../../testing';
import { Skeleton } from './Skeleton';
import { SkeletonGroup } from './SkeletonGroup';

test('SkeletonGroup_Shown_SaysOnceThatSomethingComes', async () => {
  await renderUi(
    <SkeletonGroup>
      <Skeleton height={20} />
      <Skeleton ratio="2 / 3" />
    </SkeletonGroup>,
  );
  expect(screen.getAllByRole('status')).toHaveLength(1);
  expect(screen.getByRole('status')).toHaveTextContent(/^Loading$/);
});
