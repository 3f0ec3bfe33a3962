import type { Box, Size } from './crop';

/** The part of a picture as a file of its own. What may be seen through stays so. */
export async function renderCrop(picture: ImageBitmap, box: Box, size: Size, isSeeThrough: boolean): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), size);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser cannot draw.');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, box.x, box.y, box.width, box.height, 0, 0, size.width, size.height);
  return new Promise((done, failed) => canvas.toBlob(blob => blob ? done(blob) : failed(new Error('This browser cannot write pictures.')), isSeeThrough ? 'image/png' : 'image/jpeg', 0.92));
}
