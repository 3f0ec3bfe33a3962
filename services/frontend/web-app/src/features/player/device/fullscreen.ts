/** Phones of one maker let only the video itself fill the screen. */
export async function toggleFullscreen(player: HTMLElement | null, video: HTMLVideoElement | null): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else if (player && 'requestFullscreen' in player) await player.requestFullscreen({ navigationUI: 'hide' });
    else if (video) enterNative(video);
  } catch {
    // Forbidden by the page around, or by the viewer: it goes on in its window.
  }
}

function enterNative(video: HTMLVideoElement): void {
  const enter: unknown = Reflect.get(video, 'webkitEnterFullscreen');
  if (typeof enter === 'function') Reflect.apply(enter, video, []);
}
