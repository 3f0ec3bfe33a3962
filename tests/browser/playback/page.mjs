// In the page: plays a package with a player and writes down what comes out of it.
const video = document.querySelector('video');
const errors = [];
const seen = { heights: new Set(), cues: new Set() };
let player = { levels: () => [], texts: () => [] };
let goal;

// The video plays by itself as soon as it can. Does not wait: a player without a licence never comes to an end.
window.start = async options => {
  goal = options.goal;
  player = await (options.player === 'shaka' ? shakaPlayer(options) : hlsPlayer(options)).catch(note) ?? player;
};

// Plays until a picture is of this time and height and so many subtitles were shown, and stops there.
window.playTo = wanted => {
  goal = wanted;
  video.play().catch(error => { if (error.name !== 'AbortError') note(error); });
};

window.rise = () => player.rise();

window.report = () => {
  const frames = video.getVideoPlaybackQuality();
  return {
    heights: [...seen.heights], cues: [...seen.cues], errors, levels: player.levels(), texts: player.texts(), reached: goal === null,
    ended: video.ended, time: video.currentTime, duration: video.duration, encrypted: video.mediaKeys !== null,
    decoded: frames.totalVideoFrames, dropped: frames.droppedVideoFrames, audioBytes: video.webkitAudioDecodedByteCount,
  };
};

video.requestVideoFrameCallback(function look(_, { height, mediaTime }) {
  video.requestVideoFrameCallback(look);
  seen.heights.add(height);
  for (const track of video.textTracks)
    for (const cue of track.activeCues ?? []) if (track.mode === 'showing') seen.cues.add(cue.text);
  if (!goal || mediaTime < goal.time || height < goal.height || seen.cues.size < goal.cues) return;
  goal = null;
  video.pause();
});

setInterval(() => { document.querySelector('pre').textContent = JSON.stringify(window.report()); }, 250);

function note(error) { errors.push({ code: error.code ?? error.name, status: error.data?.[0]?.data?.[1], text: error.message }); }

async function shakaPlayer({ manifest, licence, token }) {
  shaka.polyfill.installAll();
  const shown = new shaka.Player();
  shown.addEventListener('error', event => note(event.detail));
  await shown.attach(video);
  shown.configure({ abr: { enabled: false, useNetworkInformation: false, defaultBandwidthEstimate: 1 }, drm: { servers: licence ? { 'org.w3.clearkey': licence } : {}, retryParameters: { maxAttempts: 1 } } });
  shown.getNetworkingEngine().registerRequestFilter((type, request) => {
    if (type === shaka.net.NetworkingEngine.RequestType.LICENSE && token) request.headers['Playback-Token'] = token;
  });
  await shown.load(manifest);
  if (shown.getTextTracks().length) await shown.selectTextTrack(shown.getTextTracks()[0]);
  const rungs = () => shown.getVariantTracks().toSorted((one, other) => one.height - other.height);
  return {
    levels: () => [...new Set(rungs().map(track => track.height))],
    texts: () => shown.getTextTracks().map(track => track.language),
    rise: () => shown.selectVariantTrack(rungs().at(-1), true),
  };
}

async function hlsPlayer({ manifest, licence, token }) {
  const shown = new Hls({
    startLevel: 0, subtitlePreference: { lang: 'en' }, emeEnabled: Boolean(licence), drmSystems: licence ? { 'org.w3.clearkey': { licenseUrl: licence } } : {},
    licenseXhrSetup: (request, address) => {
      request.open('POST', address, true);
      if (token) request.setRequestHeader('Playback-Token', token);
    },
  });
  shown.on(Hls.Events.ERROR, (_, error) => { if (error.fatal) errors.push({ code: error.details, status: error.response?.code, text: error.error?.message }); });
  const parsed = new Promise(done => { shown.once(Hls.Events.MANIFEST_PARSED, done); shown.once(Hls.Events.ERROR, done); });
  shown.loadSource(manifest);
  shown.attachMedia(video);
  await parsed;
  return {
    levels: () => shown.levels.map(level => level.height),
    texts: () => shown.subtitleTracks.map(track => track.lang),
    rise: () => { shown.currentLevel = shown.levels.length - 1; },
  };
}
