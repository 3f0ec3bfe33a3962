// In the page: a player that is ready, and the time from pressing play to the first frame.
const video = document.querySelector('video');

// Everything a page does before somebody presses play.
window.prepare = async ({ player, gateway }) => {
  window.play = await (player === 'shaka' ? prepareShaka() : prepareHls(gateway));
};

// Milliseconds until the start was answered (0 without one) and until the first frame stood on the screen.
window.press = async ({ start, manifest }) => {
  const began = performance.now();
  const shown = new Promise((done, failed) => {
    video.requestVideoFrameCallback(() => done(performance.now() - began));
    window.failed = error => failed(new Error(typeof error === 'string' ? error : `${error.code ?? ''} ${error.message ?? error}`));
  });
  const playback = start ? await startPlayback(start) : { manifest };
  const answered = start ? performance.now() - began : 0;
  setTimeout(() => window.failed('no frame within 20 s'), 20_000);
  await window.play(playback).catch(window.failed);
  return { answered, shown: await shown, height: video.videoHeight };
};

async function startPlayback({ gateway, token, titleId, format }) {
  const answer = await fetch(`${gateway}/api/v1/playback/playbacks`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, 'Idempotency-Key': crypto.randomUUID() },
    body: JSON.stringify({ titleId, device: { id: 'bench', name: 'Chromium on Linux', security: 'software', outputProtection: 'none' } }),
  });
  if (!answer.ok) throw new Error(`start: ${answer.status} ${await answer.text()}`);
  const { manifests, licence } = await answer.json();
  return { manifest: new URL(manifests[format], gateway).href, licence: licence && { ...licence, clearKey: new URL(licence.clearKey, gateway).href } };
}

async function prepareShaka() {
  shaka.polyfill.installAll();
  const player = new shaka.Player();
  let licence;
  player.addEventListener('error', event => window.failed(event.detail));
  player.getNetworkingEngine().registerRequestFilter((type, request) => {
    if (type === shaka.net.NetworkingEngine.RequestType.LICENSE && licence) request.headers[licence.header] = licence.token;
  });
  await player.attach(video);
  return async playback => {
    licence = playback.licence;
    if (licence) player.configure({ drm: { servers: { 'org.w3.clearkey': licence.clearKey } } });
    await player.load(playback.manifest);
  };
}

function prepareHls(gateway) {
  let licence;
  const player = new Hls({
    emeEnabled: true, drmSystems: { 'org.w3.clearkey': { licenseUrl: `${gateway}/api/v1/drm/clearkey` } },
    licenseXhrSetup: (request, address) => {
      request.open('POST', address, true);
      if (licence) request.setRequestHeader(licence.header, licence.token);
    },
  });
  player.on(Hls.Events.ERROR, (_, error) => { if (error.fatal) window.failed(`${error.details} ${error.error?.message ?? ''}`); });
  player.attachMedia(video);
  return async playback => {
    licence = playback.licence;
    player.loadSource(playback.manifest);
  };
}
