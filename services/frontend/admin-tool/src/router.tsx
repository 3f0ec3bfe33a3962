import { createBrowserRouter } from 'react-router';
import { catalogueRoutes } from './routes/catalogue';
import { operationsRoutes } from './routes/operations';
import { Guard } from './shell/Guard';
import { catalogue, help, operation } from './shell/roles';
import { RequireStaff } from './shell/RequireStaff';
import { Root } from './shell/Root';
import { RouteError } from './shell/RouteError';
import { Starting } from './shell/Starting';

export const router = createBrowserRouter([
  {
    element: <Root />,
    errorElement: <RouteError />,
    hydrateFallbackElement: <Starting />,
    children: [
      {
        element: <RequireStaff />,
        children: [
          {
            errorElement: <RouteError />,
            children: [
              { index: true, lazy: () => import('./features/overview/OverviewPage') },
              { element: <Guard roles={catalogue} />, children: catalogueRoutes },
              { element: <Guard roles={help} />, children: operationsRoutes.help },
              { element: <Guard roles={operation} />, children: operationsRoutes.operation },
              { path: '*', lazy: () => import('./features/errors/NotFoundPage') },
            ],
          },
        ],
      },
    ],
  },
], { basename: '/admin' });
