// In the page: a door, a button, a picture; and a record of what comes out for the tests.
import { Api } from '/api.mjs';
import { hlsPlayer, shakaPlayer } from '/players.mjs';
import { Session } from '/session.mjs';

const asked = Object.fromEntries(new URL(location).searchParams);
const video = document.querySelector('video');
const api = new Api(asked.gateway);
const seen = { errors: [], stalls: 0, heights: [], cues: new Set(), firstFrame: null };
let session, player;

document.querySelector('form').addEventListener('submit', event => {
  event.preventDefault();
  const [email, password] = ['#email', '#password'].map(field => document.querySelector(field).value);
  api.signIn(email, password).then(() => { document.querySelector('#play').hidden = false; }).catch(note);
});

document.querySelector('#play').addEventListener('click', () => play().catch(note));

async function play() {
  const wished = performance.now();
  video.requestVideoFrameCallback((_, { mediaTime }) => { seen.firstFrame = { after: performance.now() - wished, at: mediaTime }; });
  session = await Session.start(api, asked.title, video, note);
  player = await (asked.player === 'shaka' ? shakaPlayer : hlsPlayer)(video, session, note);
  await video.play();
}

// A stall is to wait for data though nobody sought.
video.addEventListener('waiting', () => { if (seen.firstFrame && !video.seeking) seen.stalls++; });

video.requestVideoFrameCallback(function look(_, { height }) {
  video.requestVideoFrameCallback(look);
  if (seen.heights.at(-1) !== height) seen.heights.push(height);
  for (const track of video.textTracks)
    for (const cue of track.activeCues ?? []) if (track.mode === 'showing') seen.cues.add(cue.text);
});

setInterval(() => { document.querySelector('pre').textContent = JSON.stringify(window.report()); }, 250);

window.report = () => ({
  ...seen, signedIn: !document.querySelector('#play').hidden, cues: [...seen.cues], time: video.currentTime, ready: video.readyState, seeking: video.seeking, buffered: Array.from({ length: video.buffered.length }, (_, i) => [video.buffered.start(i), video.buffered.end(i)]), duration: video.duration, playing: !video.paused && !video.ended, encrypted: video.mediaKeys !== null, audioBytes: video.webkitAudioDecodedByteCount,
  rungs: player?.rungs(), bandwidths: player?.bandwidths(), audios: player?.audios(), audio: player?.audio(), renewals: session?.renewals, tokens: session?.used.size, sounds: [...session?.sounds ?? []], position: session?.position,
});

window.seek = time => { video.currentTime = time; };
window.listen = language => player.listen(language);
window.read = language => { seen.cues.clear(); return player.read(language); };

function note(error) { seen.errors.push({ code: error.code ?? error.name, status: error.status ?? error.data?.[1], text: error.message }); }
