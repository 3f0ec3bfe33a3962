import { createBrowserRouter } from 'react-router';
import { accountRoutes } from './routes/account';
import { cinemaRoutes } from './routes/cinema';
import { entranceRoutes } from './routes/entrance';
import { AppLayout } from './shell/AppLayout';
import { BareLayout } from './shell/BareLayout';
import { RequireProfile } from './shell/RequireProfile';
import { RequireSession } from './shell/RequireSession';
import { Root } from './shell/Root';
import { RouteError } from './shell/RouteError';
import { Starting } from './shell/Starting';

export const router = createBrowserRouter([
  {
    element: <Root />,
    errorElement: <RouteError />,
    hydrateFallbackElement: <Starting />,
    children: [
      { element: <BareLayout />, errorElement: <RouteError />, children: entranceRoutes },
      {
        element: <RequireSession />,
        children: [
          { element: <BareLayout />, errorElement: <RouteError />, children: accountRoutes.profiles },
          { element: <AppLayout />, errorElement: <RouteError />, children: accountRoutes.account },
          {
            element: <RequireProfile />,
            children: [
              { element: <AppLayout />, errorElement: <RouteError />, children: cinemaRoutes.browsing },
              ...cinemaRoutes.watching,
            ],
          },
        ],
      },
      {
        element: <AppLayout />,
        errorElement: <RouteError />,
        children: [
          { path: '/credits', lazy: () => import('./features/credits/CreditsPage') },
          { path: '/help/account-taken', lazy: () => import('./features/help/AccountTakenPage') },
          { path: '*', lazy: () => import('./features/errors/NotFoundPage') },
        ],
      },
    ],
  },
]);
