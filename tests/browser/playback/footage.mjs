// A film of a few seconds, made by ffmpeg: moving picture, sound, one subtitle track.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const subtitles = `1
00:00:00,200 --> 00:00:03,000
The bars are moving.

2
00:00:03,000 --> 00:00:05,900
They keep moving.
`;

// Lossless, so that the file has more than one part.
export async function makeFootage(seconds) {
  const folder = mkdtempSync(join(tmpdir(), 'footage-'));
  const [film, texts] = [join(folder, 'film.mkv'), join(folder, 'film.srt')];
  try {
    writeFileSync(texts, subtitles);
    await promisify(execFile)('ffmpeg', [
      '-nostdin', '-v', 'error', '-f', 'lavfi', '-i', `testsrc2=size=1280x720:rate=25:duration=${seconds}`, '-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`, '-i', texts,
      '-map', '0:v', '-map', '1:a', '-map', '2:s', '-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '0', '-g', '25', '-pix_fmt', 'yuv420p', '-c:a', 'pcm_s16le', '-ac', '2', '-c:s', 'srt',
      '-metadata:s:a:0', 'language=eng', '-metadata:s:s:0', 'language=eng', film,
    ]);
    return readFileSync(film);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
