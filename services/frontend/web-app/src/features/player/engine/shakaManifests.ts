import type shaka from 'shaka-player';
import { withKnownKeys } from './clearKeyPlaylist';
import type { Source } from './Engine';
import { onePathway } from './onePathway';
import { ShakaRequests } from './shakaRequests';

type Types = typeof shaka.net.NetworkingEngine.RequestType;

/** Makes playlists readable for Shaka: those of what is encrypted, and those that several edges have. */
export function playlistFilter(source: Pick<Source, 'format'>, types: Types) {
  return (type: shaka.net.NetworkingEngine.RequestType, response: shaka.extern.Response): void => {
    if (source.format !== 'hls' || type !== types.MANIFEST) return;
    const told = new TextDecoder().decode(response.data);
    const known = withKnownKeys(onePathway(told));
    if (known !== told) response.data = new TextEncoder().encode(known);
  };
}

/** All that is asked for, and all that comes, in the player's network. */
export function wire(player: shaka.Player, source: Source, types: Types): ShakaRequests {
  const requests = new ShakaRequests(source, types);
  const network = player.getNetworkingEngine();
  network?.registerRequestFilter(requests.filter);
  network?.registerResponseFilter(requests.note);
  network?.registerResponseFilter(playlistFilter(source, types));
  network?.addEventListener('retry', event => requests.failed(Reflect.get(event, 'error')));
  return requests;
}

/** What really plays, for the statistics. */
export function formatOf(player: shaka.Player): string {
  return player.getManifestType() ?? (player.getAssetUri() ? 'HLS (native)' : '');
}
