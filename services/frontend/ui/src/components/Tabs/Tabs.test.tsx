import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { Tabs } from './Tabs';

const items = [
  { id: 'details', label: 'Details', content: 'About it' },
  { id: 'cast', label: 'Cast', content: 'Who plays' },
] as const;

test('Tabs_ArrowPressed_ShowsTheNext', async () => {
  const onSelect = vi.fn();
  await renderUi(<Tabs items={items} label="Title" onSelect={onSelect} />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole('tabpanel')).toHaveTextContent('Who plays');
  expect(onSelect).toHaveBeenLastCalledWith('cast');
});

test('Tabs_InArabic_ArrowsFollowTheReading', async () => {
  await renderUi(<Tabs items={items} label="Title" />, { language: 'ar' });
  await userEvent.tab();
  await userEvent.keyboard('{ArrowLeft}');
  expect(screen.getByRole('tabpanel')).toHaveTextContent('Who plays');
});
