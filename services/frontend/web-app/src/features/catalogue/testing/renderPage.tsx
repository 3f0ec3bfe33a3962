import { renderUi } from '@streamix/ui/testing';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import ar from '../../../locales/ar/catalogue.json';
import en from '../../../locales/en/catalogue.json';

interface Options {
  route?: string;
  language?: 'en' | 'ar';
}

/** One page at its address, with its real words; every other address is only told. */
export function renderPage(Page: ComponentType, path: string, { route = path, language = 'en' }: Options = {}) {
  // jsdom draws nothing, so it has nowhere to scroll to.
  Element.prototype.scrollIntoView ??= () => undefined;
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' }, mutations: { networkMode: 'always' } } });
  return renderUi(
    <QueryClientProvider client={client}>
      <Here />
      <Routes>
        <Route path={route} element={<Page />} />
        <Route path="*" element={<p>elsewhere</p>} />
      </Routes>
    </QueryClientProvider>,
    { path, language, words: { catalogue: language === 'en' ? en : ar } },
  );
}

function Here() {
  const { pathname, search } = useLocation();
  return <p data-testid="here">{pathname + search}</p>;
}
