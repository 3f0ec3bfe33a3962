import type shaka from 'shaka-player';
import type { Source } from './Engine';
import { isEngineError, statusOf } from './shakaFailure';

const refusedByEdge: readonly (number | null)[] = [401, 403, 410];
const avoided = 60_000;

/** The newest addresses for every request, the playback's token for licences, and a note of the edge that serves. */
export class ShakaRequests {
  edge: string | null = null;
  readonly #failedAt = new Map<string, number>();

  constructor(private readonly source: Source, private readonly types: typeof shaka.net.NetworkingEngine.RequestType) {}

  filter = (type: shaka.net.NetworkingEngine.RequestType, request: shaka.extern.Request): void => {
    if (type === this.types.LICENSE) {
      const licence = this.source.licence();
      if (licence) request.headers[licence.header] = licence.token;
      return;
    }
    const uris = request.uris.map(uri => this.source.edges.current(uri));
    request.uris = this.#isAtEdges(type) ? this.#bestFirst([...new Set(uris.flatMap(uri => this.source.edges.everywhere(uri)))]) : uris;
  };

  note = (type: shaka.net.NetworkingEngine.RequestType, response: shaka.extern.Response): void => {
    if (this.#isAtEdges(type)) this.edge = this.source.edges.edgeOf(response.uri) ?? this.edge;
  };

  /** An attempt that failed, though another edge may still do: old addresses are renewed, and an edge that is away is asked last for a while. */
  failed(error: unknown): void {
    if (!isEngineError(error)) return;
    const address = error.data[0];
    if (refusedByEdge.includes(statusOf(error))) void this.source.refused();
    else if (typeof address === 'string') this.#failedAt.set(this.source.edges.edgeOf(address) ?? '', performance.now());
  }

  // Playlists of HLS lie beside the segments; other manifests know no edge.
  #isAtEdges(type: shaka.net.NetworkingEngine.RequestType): boolean {
    return type === this.types.SEGMENT || type === this.types.MANIFEST;
  }

  #bestFirst(addresses: readonly string[]): string[] {
    const fails = (address: string) => performance.now() - (this.#failedAt.get(this.source.edges.edgeOf(address) ?? '') ?? -Infinity) < avoided;
    return [...addresses.filter(address => !fails(address)), ...addresses.filter(fails)];
  }
}
