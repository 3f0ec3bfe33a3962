/** A piece of a caption line. It is text and nothing else: React writes it as such. */
export interface Run {
  readonly text: string;
  readonly italic: boolean;
  readonly bold: boolean;
  readonly underline: boolean;
}

export interface Caption {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly lines: readonly (readonly Run[])[];
  readonly top: boolean;
  readonly align: 'start' | 'center' | 'end';
}

/** As much of Shaka's cue as is used. */
export interface SourceCue {
  readonly startTime: number;
  readonly endTime: number;
  readonly payload: string;
  readonly nestedCues: readonly SourceCue[];
  readonly lineBreak: boolean;
  readonly isContainer: boolean;
  readonly fontStyle: string;
  readonly fontWeight: number | string;
  readonly textDecoration: readonly string[];
  readonly line: number | null;
  readonly lineInterpretation: number | string;
  readonly textAlign: string;
}

const longest = 2_000;
const mostLines = 6;
const bold = 600;
const percentage = 1;

interface Styles {
  readonly italic: boolean;
  readonly bold: boolean;
  readonly underline: boolean;
}

export function captionOf(cue: SourceCue): Caption | null {
  const runs = [...runsOf(cue, { italic: false, bold: false, underline: false })];
  const lines = breakLines(runs).slice(0, mostLines);
  if (lines.length === 0) return null;
  const words = lines.map(line => line.map(run => run.text).join('')).join('\n');
  return { key: `${cue.startTime}|${cue.endTime}|${words}`, from: cue.startTime, to: cue.endTime, lines, top: isAtTop(cue), align: alignOf(cue.textAlign) };
}

function* runsOf(cue: SourceCue, outer: Styles): Generator<Run> {
  if (cue.lineBreak) {
    yield { text: '\n', ...outer };
    return;
  }
  const styles = {
    italic: outer.italic || cue.fontStyle === 'italic' || cue.fontStyle === 'oblique',
    bold: outer.bold || Number(cue.fontWeight) >= bold,
    underline: outer.underline || cue.textDecoration.includes('underline'),
  };
  if (cue.nestedCues.length === 0) yield { text: clean(cue.payload), ...styles };
  for (const [index, nested] of cue.nestedCues.entries()) {
    if (cue.isContainer && index > 0) yield { text: '\n', ...outer };
    yield* runsOf(nested, styles);
  }
}

// Controls, and marks that would turn the text of the page around, are no words.
function clean(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '').slice(0, longest);
}

function breakLines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs)
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (text) lines.at(-1)?.push({ ...run, text });
    }
  return lines.filter(line => line.some(run => run.text.trim()));
}

function isAtTop(cue: SourceCue): boolean {
  if (cue.line === null) return false;
  return Number(cue.lineInterpretation) === percentage ? cue.line < 50 : cue.line >= 0 && cue.line < 7;
}

function alignOf(align: string): Caption['align'] {
  if (align === 'start' || align === 'left') return 'start';
  return align === 'end' || align === 'right' ? 'end' : 'center';
}
