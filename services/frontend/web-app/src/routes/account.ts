import type { RouteObject } from 'react-router';

/** For whoever is signed in, before they are anyone of the household. */
const profiles: RouteObject[] = [
  { path: '/profiles', lazy: () => import('../features/profiles/PickProfilePage') },
  { path: '/profiles/manage', lazy: () => import('../features/profiles/ManageProfilesPage') },
  { path: '/profiles/new', lazy: () => import('../features/profiles/ProfileFormPage') },
  { path: '/profiles/:id', lazy: () => import('../features/profiles/ProfileFormPage') },
];

const account: RouteObject[] = [
  {
    path: '/account',
    lazy: () => import('../features/account/AccountLayout'),
    children: [
      { index: true, lazy: () => import('../features/account/DetailsPage') },
      { path: 'email', lazy: () => import('../features/account/EmailPage') },
      { path: 'password', lazy: () => import('../features/account/PasswordPage') },
      { path: 'passkeys', lazy: () => import('../features/account/PasskeysPage') },
      { path: 'two-step', lazy: () => import('../features/account/TwoStepPage') },
      { path: 'sessions', lazy: () => import('../features/account/SessionsPage') },
      { path: 'privacy', lazy: () => import('../features/account/PrivacyPage') },
      { path: 'preferences', lazy: () => import('../features/account/PreferencesPage') },
    ],
  },
];

export const accountRoutes = { profiles, account };
