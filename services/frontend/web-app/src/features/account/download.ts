/** Saves words as a file. */
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  follow(url, name);
  // Not before the browser has taken it up.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Loads a file of the object store; false for what is no web address. */
export function saveFrom(address: string): boolean {
  const url = URL.canParse(address, location.origin) ? new URL(address, location.origin) : null;
  if (url === null || !['https:', 'http:'].includes(url.protocol)) return false;
  follow(url.href, '');
  return true;
}

function follow(href: string, name: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.rel = 'noopener';
  document.body.append(link);
  link.click();
  link.remove();
}
