export function mayFloat(): boolean {
  return 'pictureInPictureEnabled' in document && document.pictureInPictureEnabled;
}

export async function toggleFloat(video: HTMLVideoElement | null): Promise<void> {
  try {
    if (document.pictureInPictureElement) await document.exitPictureInPicture();
    else await video?.requestPictureInPicture();
  } catch {
    // Nothing to show yet, or the system forbids it.
  }
}
