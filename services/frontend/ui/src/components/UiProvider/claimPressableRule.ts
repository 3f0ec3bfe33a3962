const id = 'react-aria-pressable-style';

/**
 * React Aria adds a style element of this id, unless one is there. The content security policy refuses such
 * elements; base.css holds the rule, and this mark says so.
 */
export function claimPressableRule() {
  if (document.getElementById(id)) return;
  const mark = document.createElement('meta');
  mark.id = id;
  document.head.append(mark);
}
