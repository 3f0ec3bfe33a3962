import { expect, test } from 'vitest';
import { claimPressableRule } from './claimPressableRule';

test('ClaimPressableRule_Twice_MarksTheDocumentOnce', () => {
  claimPressableRule();
  claimPressableRule();
  expect(document.querySelectorAll('#react-aria-pressable-style')).toHaveLength(1);
  expect(document.querySelector('#react-aria-pressable-style')?.tagName).toBe('META');
});
