// Files to be sent: pictures, and large ones whose every part differs.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const mebi = 2 ** 20;
const partBytes = 8 * mebi;

// The catalog cuts files into parts of this size.
export const partsOf = bytes => Math.ceil(bytes / partBytes);
export const large = (process.env.STREAMIX_LONG === '1' ? 1024 : 96) * mebi;
export const mebibytes = number => number * mebi;

export async function makePicture(width, height) {
  const { stdout } = await promisify(execFile)('ffmpeg', ['-nostdin', '-v', 'error', '-f', 'lavfi', '-i', `testsrc2=size=${width}x${height}`, '-frames:v', '1', '-f', 'image2pipe', '-c:v', 'png', '-'],
    { encoding: 'buffer', maxBuffer: 64 * mebi });
  return { name: 'picture.png', mimeType: 'image/png', buffer: stdout };
}

// A folder for one journey.
export async function withFolder(journey) {
  const folder = mkdtempSync(join(tmpdir(), 'uploads-'));
  try { await journey(folder); } finally { rmSync(folder, { recursive: true, force: true }); }
}

// Sparse, with some noise in each part.
export function writeFile(folder, name, bytes) {
  const path = join(folder, name);
  const file = openSync(path, 'w');
  try {
    ftruncateSync(file, bytes);
    for (let at = 0; at < bytes; at += partBytes) {
      const noise = randomBytes(Math.min(64 * 1024, bytes - at));
      writeSync(file, noise, 0, noise.length, at);
    }
  } finally {
    closeSync(file);
  }
  return path;
}
