// What a viewer sees: taken from the screen, as pages may not read pictures that were encrypted.
const [width, height] = [96, 27];

// The brightness, 0 to 255, of points in the upper half of the video, above its subtitles.
export async function look(page) {
  const { x, y, width: wide, height: high } = await page.locator('video').boundingBox();
  const shot = await page.screenshot({ clip: { x, y, width: wide, height: high / 2 } });
  return page.evaluate(async ({ shot, width, height }) => {
    const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(shot), letter => letter.charCodeAt(0))], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(width, height).getContext('2d');
    canvas.drawImage(picture, 0, 0, width, height);
    const { data } = canvas.getImageData(0, 0, width, height);
    return Array.from({ length: width * height }, (_, i) => 0.3 * data[4 * i] + 0.6 * data[4 * i + 1] + 0.1 * data[4 * i + 2]);
  }, { shot: shot.toString('base64'), width, height });
}

// The standard deviation: nothing within a picture of one colour, nothing between two that are the same.
export function contrast(picture, other = picture.map(() => 0)) {
  const values = picture.map((value, i) => value - other[i]);
  const mean = values.reduce((sum, value) => sum + value) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
