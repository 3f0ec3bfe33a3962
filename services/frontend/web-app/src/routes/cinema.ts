import type { RouteObject } from 'react-router';

const browsing: RouteObject[] = [
  { path: '/', lazy: () => import('../features/home/HomePage') },
  { path: '/genres/:genre', lazy: () => import('../features/genre/GenrePage') },
  { path: '/search', lazy: () => import('../features/search/SearchPage') },
  { path: '/titles/:id', lazy: () => import('../features/title/TitlePage') },
  { path: '/people/:id', lazy: () => import('../features/person/PersonPage') },
];

/** Without header and footer: the picture has the whole screen. */
const watching: RouteObject[] = [{ path: '/watch/:id', lazy: () => import('../features/player/WatchPage') }];

export const cinemaRoutes = { browsing, watching };
