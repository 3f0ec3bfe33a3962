import type { RouteObject } from 'react-router';

/** Open to everybody. */
export const entranceRoutes: RouteObject[] = [
  { path: '/welcome', lazy: () => import('../features/welcome/WelcomePage') },
  { path: '/sign-up', lazy: () => import('../features/auth/SignUpPage') },
  { path: '/sign-in', lazy: () => import('../features/auth/SignInPage') },
  { path: '/forgot-password', lazy: () => import('../features/auth/ForgotPasswordPage') },
  { path: '/reset-password', lazy: () => import('../features/auth/ResetPasswordPage') },
  { path: '/confirm-email', lazy: () => import('../features/auth/ConfirmEmailPage') },
  { path: '/device', lazy: () => import('../features/auth/DevicePage') },
  { path: '/erasure-receipt', lazy: () => import('../features/account/ErasureReceiptPage') },
];
