import { describe, expect, test } from 'vitest';
import { commandOf, isTakenBy } from './keymap';

const key = (name: string, part = {}) => ({ key: name, ctrlKey: false, altKey: false, metaKey: false, ...part });

describe('Keymap', () => {
  test.each([
    [' ', { kind: 'toggle-play' }], ['k', { kind: 'toggle-play' }], ['K', { kind: 'toggle-play' }], ['j', { kind: 'seek-by', seconds: -10 }], ['l', { kind: 'seek-by', seconds: 10 }],
    ['ArrowLeft', { kind: 'seek-by', seconds: -5 }], ['ArrowRight', { kind: 'seek-by', seconds: 5 }], ['ArrowUp', { kind: 'volume-by', share: 0.05 }],
    ['ArrowDown', { kind: 'volume-by', share: -0.05 }], ['m', { kind: 'mute' }], ['f', { kind: 'fullscreen' }], ['c', { kind: 'captions' }], ['0', { kind: 'seek-to-share', share: 0 }],
    ['7', { kind: 'seek-to-share', share: 0.7 }], ['<', { kind: 'slower' }], ['>', { kind: 'faster' }], ['?', { kind: 'help' }], ['x', null], ['Tab', null],
  ])('CommandOf_%s_Is%o', (name, command) => {
    expect(commandOf(key(name))).toEqual(command);
  });

  test('CommandOf_WithModifier_IsTheBrowsers', () => {
    expect([commandOf(key('f', { ctrlKey: true })), commandOf(key('l', { metaKey: true })), commandOf(key('ArrowLeft', { altKey: true }))]).toEqual([null, null, null]);
  });

  test.each([
    ['<input id="x" type="text">', 'k', true], ['<textarea id="x"></textarea>', ' ', true], ['<button id="x">Play</button>', ' ', true], ['<button id="x">Play</button>', 'k', false],
    ['<div id="x" role="slider"></div>', 'ArrowLeft', true], ['<div id="x" role="slider"></div>', 'm', false], ['<input id="x" type="range">', 'ArrowUp', true],
    ['<input id="x" type="radio">', 'ArrowDown', true], ['<div id="x"></div>', ' ', false],
  ])('IsTakenBy_%s_%s_Is%s', (markup, name, taken) => {
    const page = new DOMParser().parseFromString(markup, 'text/html');

    const target = document.importNode(page.body, true).querySelector('#x');
    expect(isTakenBy(target, name)).toBe(taken);
  });
});
