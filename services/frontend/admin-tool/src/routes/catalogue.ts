import type { RouteObject } from 'react-router';

export const catalogueRoutes: RouteObject[] = [
  { path: '/titles', lazy: () => import('../features/titles/TitlesPage') },
  { path: '/titles/new', lazy: () => import('../features/titles/NewTitlePage') },
  { path: '/titles/import', lazy: () => import('../features/importing/ImportPage') },
  { path: '/titles/:id', lazy: () => import('../features/titles/TitlePage') },
  { path: '/people', lazy: () => import('../features/people/PeoplePage') },
  { path: '/people/:id', lazy: () => import('../features/people/PersonPage') },
  { path: '/uploads', lazy: () => import('../features/uploads/UploadsPage') },
  { path: '/transcoding', lazy: () => import('../features/transcoding/TranscodingPage') },
  { path: '/transcoding/:id', lazy: () => import('../features/transcoding/JobPage') },
];
