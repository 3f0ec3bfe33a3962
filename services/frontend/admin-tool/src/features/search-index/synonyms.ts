const most = { groups: 2000, phrases: 20, length: 60 };

export type SynonymFault = { kind: 'few' | 'many' | 'long' | 'twice' | 'empty'; line: number };

/** A group a line, its phrases parted by commas. */
export const textOf = (groups: readonly (readonly string[])[]) => groups.map(group => group.join(', ')).join('\n');

export function groupsOf(text: string): string[][] {
  return lines(text).map(({ phrases }) => phrases);
}

/** The first thing that the API would not take; null where there is none. */
export function faultOf(text: string): SynonymFault | null {
  const all = lines(text);
  for (const { line, phrases } of all) {
    if (phrases.length < 2) return { kind: 'few', line };
    if (phrases.length > most.phrases) return { kind: 'many', line };
    if (phrases.some(phrase => phrase.length > most.length)) return { kind: 'long', line };
    if (phrases.some(phrase => !/[\p{L}\p{Nd}]/u.test(phrase))) return { kind: 'empty', line };
    if (new Set(phrases.map(phrase => phrase.toLowerCase())).size < phrases.length) return { kind: 'twice', line };
  }
  return all.length > most.groups ? { kind: 'many', line: most.groups + 1 } : null;
}

function lines(text: string) {
  return text.split('\n')
    .map((raw, i) => ({ line: i + 1, phrases: raw.split(/[,،]/).map(phrase => phrase.trim()).filter(Boolean) }))
    .filter(({ phrases }) => phrases.length > 0);
}
