/**
 * A multivariant playlist of HLS without content steering (draft-pantos-hls-rfc8216bis, 4.4.6.6): the pathway it begins with, alone. Shaka finds no address
 * of subtitles in a steered one, as their tags name no pathway; and another edge is taken by the player's own requests.
 */
export function onePathway(playlist: string): string {
  const first = /^#EXT-X-CONTENT-STEERING:.*PATHWAY-ID="([^"]+)"/m.exec(playlist)?.[1];
  if (first === undefined) return playlist;
  const kept = ofPathway(playlist.split('\n'), first);
  const groups = new Set(kept.filter(line => line.startsWith('#EXT-X-STREAM-INF:')).flatMap(groupsOf));
  return kept.filter(line => !line.startsWith('#EXT-X-MEDIA:') || groups.has(attribute(line, 'GROUP-ID') ?? '')).map(line => line.replace(/,PATHWAY-ID="[^"]*"/, '')).join('\n');
}

/** Without the streams of other pathways, and the addresses below them. */
function ofPathway(lines: readonly string[], pathway: string): string[] {
  const kept: string[] = [];
  let isOther = false;
  for (const line of lines) {
    if (line.startsWith('#EXT-X-CONTENT-STEERING:')) continue;
    if (!line.startsWith('#')) {
      if (!isOther) kept.push(line);
      isOther = false;
      continue;
    }
    const its = attribute(line, 'PATHWAY-ID');
    if (its !== null && its !== pathway) isOther = line.startsWith('#EXT-X-STREAM-INF:');
    else kept.push(line);
  }
  return kept;
}

const groupsOf = (stream: string) => ['AUDIO', 'SUBTITLES', 'VIDEO'].flatMap(name => attribute(stream, name) ?? []);

function attribute(line: string, name: string): string | null {
  return new RegExp(`[:,]${name}="([^"]*)"`).exec(line)?.[1] ?? null;
}
