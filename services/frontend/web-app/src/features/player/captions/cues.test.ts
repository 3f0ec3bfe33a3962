import { describe, expect, test } from 'vitest';
import { CaptionTrack } from './CaptionTrack';
import { cssOf, readStyle, usualStyle } from './captionStyle';
import { captionOf, type SourceCue } from './cues';

function cue(part: Partial<SourceCue>): SourceCue {
  return {
    startTime: 1, endTime: 3, payload: '', nestedCues: [], lineBreak: false, isContainer: false, fontStyle: 'normal', fontWeight: 400, textDecoration: [], line: null, lineInterpretation: 0,
    textAlign: 'center', ...part,
  };
}

const plain = (text: string) => ({ text, italic: false, bold: false, underline: false });

describe('Captions', () => {
  test('CaptionOf_TwoLines_AreTwo', () => {
    expect(captionOf(cue({ payload: 'Hello\nyou' }))?.lines).toEqual([[plain('Hello')], [plain('you')]]);
  });

  test('CaptionOf_MarkupInTheText_StaysText', () => {
    const text = '<img src=x onerror=alert(1)><script>alert(2)</script>';

    expect(captionOf(cue({ payload: text }))?.lines).toEqual([[plain(text)]]);
  });

  test('CaptionOf_NestedStyles_AreInherited', () => {
    const nested = cue({ fontStyle: 'italic', nestedCues: [cue({ payload: 'soft ' }), cue({ lineBreak: true }), cue({ payload: 'loud', fontWeight: 700, textDecoration: ['underline'] })] });

    expect(captionOf(nested)?.lines).toEqual([[{ ...plain('soft '), italic: true }], [{ text: 'loud', italic: true, bold: true, underline: true }]]);
  });

  test('CaptionOf_ControlsAndTurningMarks_AreLeftOut', () => {
    expect(captionOf(cue({ payload: 'a\u0000\u202eb\u2066c\u0007' }))?.lines).toEqual([[plain('abc')]]);
  });

  test('CaptionOf_NoWords_IsNothing', () => {
    expect(captionOf(cue({ payload: ' \n ' }))).toBeNull();
  });

  test.each([[null, 0, false], [0, 0, true], [5, 1, true], [84, 1, false], [-1, 0, false]])('CaptionOf_Line%s_%s_TopIs%s', (line, lineInterpretation, top) => {
    expect(captionOf(cue({ payload: 'x', line, lineInterpretation }))?.top).toBe(top);
  });
});

describe('CaptionTrack', () => {
  test('At_Time_ShowsThoseOfThatTimeOnce', () => {
    const track = new CaptionTrack();
    track.append([cue({ payload: 'later', startTime: 5, endTime: 6 }), cue({ payload: 'now' })]);
    track.append([cue({ payload: 'now' })]);

    expect(track.at(1).map(one => one.lines[0]?.[0]?.text)).toEqual(['now']);
    expect(track.at(3)).toEqual([]);
  });

  test('Remove_Range_LeavesWhatReachesOut', () => {
    const track = new CaptionTrack();
    track.append([cue({ payload: 'within' }), cue({ payload: 'out', startTime: 2, endTime: 9 })]);
    track.remove(0, 5);

    expect(track.at(2.5).map(one => one.lines[0]?.[0]?.text)).toEqual(['out']);
  });
});

describe('CaptionStyle', () => {
  test('ReadStyle_Nonsense_IsAsUsual', () => {
    expect(readStyle({ color: 'url(evil)', size: 9999, font: 'x', backgroundOpacity: '50', edge: null, place: 3 })).toEqual(usualStyle);
    expect(readStyle(null)).toEqual(usualStyle);
  });

  test('CssOf_HalfDenseBackground_HasItsOpacity', () => {
    expect(cssOf({ ...usualStyle, color: '#ffff00', size: 150, backgroundColor: '#202060', backgroundOpacity: 50 })).toMatchObject({ color: '#ffff00', fontSize: '1.5em', backgroundColor: '#20206080' });
  });
});
