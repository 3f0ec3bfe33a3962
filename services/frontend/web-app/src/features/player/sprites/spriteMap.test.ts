import { describe, expect, test } from 'vitest';
import { readSpriteMap, spriteAt } from './spriteMap';

const address = 'http://edge/t/one/pkg/thumbnails/thumbnails.vtt';
const map = `WEBVTT

00:00:00.000 --> 00:00:04.000
sprites-001.jpg#xywh=0,0,160,90

00:04.000 --> 00:08.000
sprites-001.jpg#xywh=160,0,160,90

01:00:00.000 --> 01:00:04.500
sprites-002.jpg#xywh=0,90,160,90
`;

describe('SpriteMap', () => {
  const sprites = readSpriteMap(map, address);

  test('ReadSpriteMap_ThreePictures_HaveTimesSheetsAndPlaces', () => {
    expect(sprites).toHaveLength(3);
    expect(sprites[1]).toEqual({ from: 4, to: 8, sheet: 'http://edge/t/one/pkg/thumbnails/sprites-001.jpg', x: 160, y: 0, width: 160, height: 90 });
    expect(sprites[2]?.from).toBe(3600);
  });

  test.each([[0, 0], [3.99, 0], [4, 1], [3599, 1], [4000, 2]])('SpriteAt_%s_IsPicture%s', (time, index) => {
    expect(spriteAt(sprites, time)).toBe(sprites[index]);
  });

  test.each(['https://evil.example/x.jpg', '../../x.jpg', '//evil/x.jpg', 'x.jpg");background:url("http://evil'])('ReadSpriteMap_SheetElsewhere_IsLeftOut', sheet => {
    expect(readSpriteMap(`WEBVTT\n\n00:00.000 --> 00:04.000\n${sheet}#xywh=0,0,10,10\n`, address)).toEqual([]);
  });

  test('SpriteAt_NoPictures_IsNone', () => {
    expect(spriteAt([], 3)).toBeNull();
  });
});
