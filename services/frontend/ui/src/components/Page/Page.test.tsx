import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link, Route, Routes } from 'react-router';
import { expect, test } from 'vitest';
import { renderUi } from '../../testing';
import { Page } from './Page';

test('Page_Opened_NamesTheDocument', async () => {
  await renderUi(<Page title="Search">Words</Page>);
  expect(document.title).toBe('Search · Streamix');
  expect(screen.getByRole('heading', { level: 1, name: 'Search' })).toBeInTheDocument();
});

test('Page_RouteChanged_FocusesItsHeading', async () => {
  await renderUi(
    <Routes>
      <Route path="/" element={<Page title="Home"><Link to="/search">Search</Link></Page>} />
      <Route path="/search" element={<Page title="Search">Words</Page>} />
    </Routes>,
  );
  await userEvent.click(screen.getByRole('link', { name: 'Search' }));
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Search' })).toHaveFocus());
});
