// Draws the app's icons: node icons.mjs <folder>. They are kept in the repository; run it when the mark changes.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const [folder] = process.argv.slice(2);
const [accent, ink, night] = [[0xf5, 0xb0, 0x44], [0x1c, 0x12, 0x02], [0x0c, 0x0e, 0x12]];
const finer = 4;

await mkdir(folder, { recursive: true });
await draw('mark-192.png', 192, mark);
await draw('mark-512.png', 512, mark);
await draw('maskable-512.png', 512, (x, y) => triangle(x, y, 0.62) ? accent : night);
await draw('apple-touch.png', 180, (x, y) => triangle(x, y, 1) ? ink : accent);
await draw('search-96.png', 96, lens);
await draw('watch-96.png', 96, mark);

/** Colour at a place of the unit square; null where nothing is. */
function mark(x, y) {
  if (!rounded(x, y, 0.28)) return null;
  return triangle(x, y, 1) ? ink : accent;
}

function lens(x, y) {
  if (!rounded(x, y, 0.28)) return null;
  const away = Math.hypot(x - 0.45, y - 0.45);
  const [along, across] = [(x + y - 0.9) / Math.SQRT2, Math.abs(x - y) / Math.SQRT2];
  return Math.abs(away - 0.17) < 0.04 || (along > 0.2 && along < 0.4 && across < 0.045) ? ink : accent;
}

function rounded(x, y, radius) {
  const [dx, dy] = [x, y].map(at => Math.max(0, Math.abs(at - 0.5) - 0.5 + radius));
  return Math.hypot(dx, dy) <= radius;
}

function triangle(x, y, scale) {
  const [u, v] = [(x - 0.5) / scale + 0.5, (y - 0.5) / scale + 0.5];
  return u >= 0.375 && u <= 0.79 && Math.abs(v - 0.5) <= (0.79 - u) * 0.58;
}

async function draw(name, size, colour) {
  const lines = Buffer.alloc((size * 4 + 1) * size);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) lines.set(pixel(x, y, size, colour), y * (size * 4 + 1) + 1 + x * 4);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const parts = [['IHDR', head], ['IDAT', deflateSync(lines, { level: 9 })], ['IEND', Buffer.alloc(0)]];
  await writeFile(path.join(folder, name), Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts.map(chunk)]));
}

function pixel(x, y, size, colour) {
  const sum = [0, 0, 0, 0];
  for (let part = 0; part < finer * finer; part++) {
    const found = colour((x + (part % finer + 0.5) / finer) / size, (y + (Math.floor(part / finer) + 0.5) / finer) / size);
    if (found) [...found, 1].forEach((value, index) => { sum[index] += value; });
  }
  const covered = sum[3];
  return covered === 0 ? [0, 0, 0, 0] : [...sum.slice(0, 3).map(value => Math.round(value / covered)), Math.round(covered / (finer * finer) * 255)];
}

function chunk([kind, data]) {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
