// A film with two languages of sound and of subtitles, made by ffmpeg.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const framesPerSecond = 25;
const languages = ['eng', 'deu'];
const words = { eng: 'The clock counts', deu: 'Die Uhr zählt' };
const each = 2;

export async function makeFilm(seconds, size = '854x480') {
  const folder = mkdtempSync(join(tmpdir(), 'film-'));
  const film = join(folder, 'film.mkv');
  const texts = languages.map(language => join(folder, `${language}.srt`));
  try {
    languages.forEach((language, i) => writeFileSync(texts[i], subtitles(words[language], seconds)));
    await promisify(execFile)('ffmpeg', [
      '-nostdin', '-v', 'error', '-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=${framesPerSecond}:duration=${seconds}`,
      ...languages.flatMap((_, i) => ['-f', 'lavfi', '-i', `sine=frequency=${440 * (i + 1)}:duration=${seconds}:sample_rate=48000`]),
      ...texts.flatMap(text => ['-i', text]),
      '-map', '0:v', '-map', '1:a', '-map', '2:a', '-map', '3:s', '-map', '4:s', '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '18', '-g', '25', '-pix_fmt', 'yuv420p',
      '-c:a', 'aac', '-ac', '2', '-c:s', 'srt', ...languages.flatMap((language, i) => [`-metadata:s:a:${i}`, `language=${language}`, `-metadata:s:s:${i}`, `language=${language}`]), film,
    ]);
    return readFileSync(film);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// One after the other without a pause, so that there is always one to be shown.
function subtitles(word, seconds) {
  const at = second => `${new Date(second * 1000).toISOString().slice(11, 19)},000`;
  return Array.from({ length: Math.floor(seconds / each) }, (_, i) => `${i + 1}\n${at(i * each)} --> ${at((i + 1) * each)}\n${word} ${i * each}.\n`).join('\n');
}
