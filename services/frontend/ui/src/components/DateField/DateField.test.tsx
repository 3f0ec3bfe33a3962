import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { DateField } from './DateField';

test('DateField_YearRaised_GivesTheNewDay', async () => {
  const onChange = vi.fn();
  await renderUi(<DateField label="Released" value="1994-05-02" onChange={onChange} />);
  await userEvent.click(screen.getByRole('spinbutton', { name: /year/i }));
  await userEvent.keyboard('{ArrowUp}');
  expect(onChange).toHaveBeenLastCalledWith('1995-05-02');
});

const order = () => screen.getAllByRole('spinbutton').map(part => part.getAttribute('data-type'));

test.each([
  ['en', ['en-US', 'en'], ['month', 'day', 'year']],
  ['en', ['ar', 'en-GB'], ['day', 'month', 'year']],
  ['ar', ['en-US'], ['day', 'month', 'year']],
] as const)('DateField_%sWithBrowserOf%s_HasTheOrderOfThere', async (language, browser, expected) => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(browser);
  await renderUi(<DateField label="Released" value="1994-05-02" onChange={() => undefined} />, { language });
  expect(order()).toEqual(expected);
});

test('DateField_InArabic_NamesItsPartsInArabic', async () => {
  await renderUi(<DateField label="تاريخ" value={null} onChange={() => undefined} />, { language: 'ar' });
  expect(screen.getAllByRole('spinbutton').map(part => part.textContent)).toEqual(['يوم', 'شهر', 'سنة']);
});
