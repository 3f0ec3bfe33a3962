import { useQuery } from '@tanstack/react-query';
import { usePlayer, useSurroundings } from '../state/PlayerContext';
import { readSpriteMap, type Sprite } from './spriteMap';

/** The pictures of the timeline, from whichever edge has them. */
export function useSprites(): readonly Sprite[] {
  const { controller } = useSurroundings();
  const map = usePlayer(state => state.answer?.thumbnails ?? null);
  const id = usePlayer(state => state.answer?.playbackId ?? null);
  const { data } = useQuery({
    queryKey: ['player', 'sprites', id],
    enabled: map !== null,
    staleTime: Infinity,
    queryFn: ({ signal }) => fetchMap(controller.session?.edges.everywhere(map ?? '') ?? [map ?? ''], signal),
  });
  return data ?? none;
}

const none: readonly Sprite[] = [];

export async function fetchMap(addresses: readonly string[], signal: AbortSignal): Promise<readonly Sprite[]> {
  for (const address of addresses) {
    const answer = await fetch(address, { signal, credentials: 'omit' }).catch(() => null);
    if (answer?.ok) return readSpriteMap(await answer.text(), new URL(address, location.href).href);
  }
  return none;
}
