import { names } from '@streamix/ui';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CaptionLayer } from './captions/CaptionLayer';
import { useCaptionStyle } from './captions/useCaptionStyle';
import { Announcer } from './controls/Announcer';
import { BigPlay } from './controls/BigPlay';
import { BottomBar } from './controls/BottomBar';
import { HelpDialog } from './controls/HelpDialog';
import { NextEpisode } from './controls/NextEpisode';
import { ResumePrompt } from './controls/ResumePrompt';
import { SettingsPanel } from './controls/SettingsPanel';
import { SkipButton } from './controls/SkipButton';
import { Spinner } from './controls/Spinner';
import { StatsOverlay } from './controls/StatsOverlay';
import { TopBar } from './controls/TopBar';
import { toggleFloat } from './device/pictureInPicture';
import { useIdle } from './device/useIdle';
import { useMediaSession } from './device/useMediaSession';
import { useWakeLock } from './device/useWakeLock';
import { FailureScreen } from './errors/FailureScreen';
import { useGestures } from './gestures/useGestures';
import { useKeyboard } from './keyboard/useKeyboard';
import styles from './Player.module.css';
import { usePlayer, useSurface, useSurroundings } from './state/PlayerContext';
import type { TitleWords } from './title/useTitleWords';
import { useReach } from './useReach';

interface PlayerProps {
  titleId: string;
  words: TitleWords;
  video: RefObject<HTMLVideoElement | null>;
}

export function Player({ titleId, words, video }: PlayerProps) {
  const { t, i18n } = useTranslation('player');
  const { surface } = useSurroundings();
  const box = useRef<HTMLDivElement>(null);
  const panel = useSurface(state => state.panel);
  const [phase, failure] = [usePlayer(state => state.phase), usePlayer(state => state.failure)];
  const playing = usePlayer(state => state.phase === 'playing' && !state.media.paused && !state.media.ended);
  const { idle, stir, rest } = useIdle(playing && panel === 'none');
  const style = useCaptionStyle();
  const reach = useReach({ box, video, idle, stir, rest });
  const gestures = useGestures(reach.gestures);
  useKeyboard(reach.keyboard, phase === 'playing', stir);
  useWakeLock(playing);
  useMediaSession(words);
  useEffect(() => {
    const look = () => surface.set({ fullscreen: document.fullscreenElement !== null });
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, [surface]);

  const isReady = phase === 'playing';
  return (
    <div
      ref={box} className={names(styles.player, idle && styles.idle)} data-testid="player" data-phase={phase} data-scheme="dark"
      onPointerMove={event => { if (event.pointerType === 'mouse') stir(); }} onFocus={stir}
    >
      <video ref={video} className={styles.video} playsInline preload="auto" aria-label={words.title || t('controls.picture')} />
      <CaptionLayer style={style} raised={!idle && isReady} />
      <div className={styles.touch} {...gestures} />
      {failure && phase === 'failed' ? <FailureScreen failure={failure} titleId={titleId} /> : <Spinner />}
      {phase === 'asking' && <ResumePrompt />}
      <div className={names(styles.chrome, styles.chromeTop)}><TopBar titleId={words.pageId ?? titleId} title={words.title} series={words.series} /></div>
      {isReady && (
        <>
          <BigPlay />
          <div className={styles.corner}>{panel === 'none' && <SkipButton />}<NextEpisode name={words.next} /></div>
          <div className={names(styles.chrome, styles.chromeBottom)}><BottomBar onFullscreen={reach.fullscreen} onFloat={() => void toggleFloat(video.current)} /></div>
          <StatsOverlay />
          <div dir={i18n.dir()}>
            {panel === 'settings' && <SettingsPanel />}
            {panel === 'help' && <HelpDialog />}
          </div>
        </>
      )}
      <Announcer />
    </div>
  );
}
