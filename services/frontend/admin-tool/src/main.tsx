import '@streamix/ui/tokens.css';
import '@streamix/ui/base.css';
import { queryClient } from '@streamix/api';
import { ActiveRouter, UiProvider } from '@streamix/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { router } from './router';
import { setUpWords } from './words';

await setUpWords();

const place = document.getElementById('app');
if (place === null) throw new Error('the page has no place for the app');
createRoot(place).render(
  <StrictMode>
    <UiProvider>
      <QueryClientProvider client={queryClient()}>
        <ActiveRouter value={router}><RouterProvider router={router} /></ActiveRouter>
      </QueryClientProvider>
    </UiProvider>
  </StrictMode>,
);
