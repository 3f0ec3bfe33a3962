import { useTranslation } from 'react-i18next';
import { useEffect } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { usePageLife } from './device/usePageLife';
import { Player } from './Player';
import { PlayerProvider, usePlayer, useSurroundings } from './state/PlayerContext';
import { useTitleWords } from './title/useTitleWords';
import { type Asked, usePlayback, type VideoRef } from './usePlayback';

export function Component() {
  const { id = '' } = useParams();
  const [query] = useSearchParams();
  return <Watch key={id} titleId={id} from={query.get('from')} format={query.get('format')} />;
}

function Watch({ titleId, ...asked }: Asked & { titleId: string }) {
  const { controller, preferences, video } = usePlayback(titleId, asked);
  return (
    <PlayerProvider controller={controller} preferences={preferences}>
      <Screen titleId={titleId} video={video} />
    </PlayerProvider>
  );
}

function Screen({ titleId, video }: { titleId: string; video: VideoRef }) {
  const { t } = useTranslation('player');
  const { controller } = useSurroundings();
  const nextId = usePlayer(state => state.answer?.next?.titleId ?? null);
  const words = useTitleWords(titleId, nextId);
  usePageLife(controller);
  useEffect(() => { document.title = t('pageTitle', { title: words.title || t('controls.picture') }); }, [t, words.title]);
  return <main><Player titleId={titleId} words={words} video={video} /></main>;
}
