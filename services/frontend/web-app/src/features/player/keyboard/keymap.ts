export type Command =
  | { readonly kind: 'toggle-play' | 'mute' | 'fullscreen' | 'captions' | 'help' | 'slower' | 'faster' | 'start' | 'end' | 'close' | 'next-chapter' | 'previous-chapter' }
  | { readonly kind: 'seek-by'; readonly seconds: number }
  | { readonly kind: 'seek-to-share'; readonly share: number }
  | { readonly kind: 'volume-by'; readonly share: number };

export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const short = 5;
const long = 10;
const louder = 0.05;

const commands: Readonly<Record<string, Command>> = {
  ' ': { kind: 'toggle-play' },
  k: { kind: 'toggle-play' },
  j: { kind: 'seek-by', seconds: -long },
  l: { kind: 'seek-by', seconds: long },
  arrowleft: { kind: 'seek-by', seconds: -short },
  arrowright: { kind: 'seek-by', seconds: short },
  arrowup: { kind: 'volume-by', share: louder },
  arrowdown: { kind: 'volume-by', share: -louder },
  m: { kind: 'mute' },
  f: { kind: 'fullscreen' },
  c: { kind: 'captions' },
  '<': { kind: 'slower' },
  '>': { kind: 'faster' },
  '?': { kind: 'help' },
  home: { kind: 'start' },
  end: { kind: 'end' },
  escape: { kind: 'close' },
  pageup: { kind: 'previous-chapter' },
  pagedown: { kind: 'next-chapter' },
};

/** The timeline runs from left to right in every language, and so do the arrows. */
export function commandOf(key: Key): Command | null {
  if (key.ctrlKey || key.altKey || key.metaKey) return null;
  if (/^[0-9]$/.test(key.key)) return { kind: 'seek-to-share', share: Number(key.key) / 10 };
  return commands[key.key.toLowerCase()] ?? null;
}

/** What the focused control does with the key goes first. */
export function isTakenBy(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input:not([type=range]):not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true]')) return true;
  const isButton = target.closest('button, a, summary, [role=button]') !== null;
  if (isButton) return key === ' ' || key === 'Enter';
  const slides = target.closest('[role=slider], input[type=range], input[type=radio], [role=menu], [role=radiogroup]') !== null;
  return slides && (key.startsWith('Arrow') || ['Home', 'End', 'PageUp', 'PageDown', ' '].includes(key));
}

/** For the help. */
export const shortcuts: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['Space', 'K'], does: 'play' },
  { keys: ['←', '→'], does: 'seekShort' },
  { keys: ['J', 'L'], does: 'seekLong' },
  { keys: ['↑', '↓'], does: 'volume' },
  { keys: ['M'], does: 'mute' },
  { keys: ['F'], does: 'fullscreen' },
  { keys: ['C'], does: 'captions' },
  { keys: ['0–9'], does: 'share' },
  { keys: ['<', '>'], does: 'speed' },
  { keys: ['PgUp', 'PgDn'], does: 'chapters' },
  { keys: ['Home', 'End'], does: 'ends' },
  { keys: ['?'], does: 'help' },
];
