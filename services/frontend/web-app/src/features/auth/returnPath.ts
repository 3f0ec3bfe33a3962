const ownPages = ['/sign-in', '/sign-up', '/forgot-password', '/reset-password'];
// Browsers drop tabs and line breaks from addresses and read a backslash as a slash, so "/\t/host" would lead away.
const unsafe = /[\u0000-\u001f\u007f\\]/;

/** The path somebody wanted to go to, or the home page when it is not a page of this origin. */
export function safeReturn(wanted: string | null | undefined, origin: string = window.location.origin): string {
  if (!wanted || !wanted.startsWith('/') || wanted.startsWith('//') || unsafe.test(wanted)) return '/';
  const target = URL.canParse(wanted, origin) ? new URL(wanted, origin) : null;
  if (target?.origin !== origin || isBelow(target.pathname, '/api')) return '/';
  if (target.pathname.startsWith('//') || ownPages.some(page => isBelow(target.pathname, page))) return '/';
  return target.pathname + target.search + target.hash;
}

/** The admin tool is an application of its own: it takes a full navigation. */
export function isElsewhere(path: string): boolean {
  return isBelow(path.split(/[?#]/, 1)[0] ?? '', '/admin');
}

/** An address of ours that comes back to a path. */
export function withReturn(page: string, path: string): string {
  const query = new URLSearchParams({ return: path }).toString();
  return path === '/' ? page : `${page}${page.includes('?') ? '&' : '?'}${query}`;
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
