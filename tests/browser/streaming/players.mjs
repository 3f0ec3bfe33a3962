// In the page: the two players, each with the few lines that our addresses and licences take.
const buffered = 6;

export async function shakaPlayer(video, session, note) {
  shaka.polyfill.installAll();
  const player = new shaka.Player();
  player.addEventListener('error', event => note(event.detail));
  await player.attach(video);
  player.configure({
    streaming: { bufferingGoal: buffered, bufferBehind: buffered },
    abr: { useNetworkInformation: false, switchInterval: 1 },
    drm: { servers: session.licence ? { 'org.w3.clearkey': session.licence.address } : {} },
  });
  const { RequestType } = shaka.net.NetworkingEngine;
  player.getNetworkingEngine().registerRequestFilter((type, request) => {
    request.uris = request.uris.map(address => session.current(address));
    if (type === RequestType.LICENSE) request.headers[session.licence.header] = session.licence.token;
  });
  await player.load(session.dash, session.position);
  const active = tracks => tracks.find(track => track.active)?.language;
  return {
    rungs: () => [...new Set(player.getVariantTracks().map(track => track.height))].sort((one, other) => one - other),
    bandwidths: () => player.getVariantTracks().map(track => track.bandwidth),
    audios: () => player.getAudioTracks().map(track => track.language),
    audio: () => active(player.getAudioTracks()),
    listen: language => player.selectAudioTrack(player.getAudioTracks().find(track => track.language === language)),
    read: language => player.selectTextTrack(language ? player.getTextTracks().find(track => track.language === language) : null),
  };
}

export async function hlsPlayer(video, session, note) {
  const { licence } = session;
  const player = new Hls({
    startPosition: session.position, maxBufferLength: buffered, maxMaxBufferLength: buffered, backBufferLength: buffered,
    emeEnabled: Boolean(licence), drmSystems: licence ? { 'org.w3.clearkey': { licenseUrl: licence.address } } : {},
    licenseXhrSetup: (request, address) => {
      request.open('POST', address, true);
      request.setRequestHeader(session.licence.header, session.licence.token);
    },
    xhrSetup: (request, address) => request.open('GET', session.current(address), true),
  });
  player.on(Hls.Events.ERROR, (_, error) => { if (error.fatal) note({ code: error.details, message: error.error?.message, status: error.response?.code }); });
  const parsed = new Promise(done => { player.once(Hls.Events.MANIFEST_PARSED, done); player.once(Hls.Events.ERROR, done); });
  player.loadSource(session.hls);
  player.attachMedia(video);
  await parsed;
  return {
    rungs: () => [...new Set(player.levels.map(level => level.height))].sort((one, other) => one - other),
    bandwidths: () => player.levels.map(level => level.bitrate),
    audios: () => player.audioTracks.map(track => track.lang),
    audio: () => player.audioTracks[player.audioTrack]?.lang,
    listen: language => { player.audioTrack = player.audioTracks.findIndex(track => track.lang === language); },
    read: language => { player.subtitleTrack = player.subtitleTracks.findIndex(track => track.lang === language); },
  };
}
