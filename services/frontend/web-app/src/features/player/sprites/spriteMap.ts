export interface Sprite {
  readonly from: number;
  readonly to: number;
  readonly sheet: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const times = /^(?:(\d+):)?(\d{2}):(\d{2}\.\d{3})\s+-->\s+(?:(\d+):)?(\d{2}):(\d{2}\.\d{3})/;
const place = /^(.+)#xywh=(\d+),(\d+),(\d+),(\d+)$/;

/** Reads a WebVTT map of scrub pictures. Sheets are named relative to the map; anything beside it is left out. */
export function readSpriteMap(text: string, address: string): readonly Sprite[] {
  const lines = text.split(/\r\n|\n|\r/);
  return lines.flatMap((line, index) => {
    const [time, where] = [times.exec(line), place.exec(lines[index + 1]?.trim() ?? '')];
    const sheet = where && besideOf(where[1] ?? '', address);
    if (!time || !where || !sheet) return [];
    const [x = 0, y = 0, width = 0, height = 0] = where.slice(2).map(Number);
    return width > 0 && height > 0 ? [{ from: seconds(time.slice(1, 4)), to: seconds(time.slice(4, 7)), sheet, x, y, width, height }] : [];
  });
}

export function spriteAt(sprites: readonly Sprite[], time: number): Sprite | null {
  let [low, high] = [0, sprites.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sprites[middle]?.from ?? 0) <= time) low = middle;
    else high = middle - 1;
  }
  return sprites[low] ?? null;
}

function seconds([hours = '0', minutes = '0', rest = '0']: readonly (string | undefined)[]): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
}

function besideOf(name: string, address: string): string | null {
  if (!/^[\w.-]+$/.test(name)) return null;
  return new URL(name, address).href;
}
