const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** How words of a language run. */
export function directionOf(tag: string): 'rtl' | 'ltr' {
  const [root = '', ...rest] = tag.toLowerCase().split('-');
  if (rest.includes('latn')) return 'ltr';
  return rightToLeft.has(root) || rest.includes('arab') || rest.includes('hebr') ? 'rtl' : 'ltr';
}
