import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { createRef } from 'react';
import { initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { vi } from 'vitest';
import arabic from '../../../locales/ar/player.json';
import english from '../../../locales/en/player.json';
import { Player } from '../Player';
import { PreferenceStore } from '../preferences/preferences';
import type { Heartbeat, HeartbeatAnswer, PlaybackAnswer, StartWish } from '../session/contract';
import { PlayerController } from '../state/PlayerController';
import { PlayerProvider } from '../state/PlayerContext';
import { heard } from './answers';
import { FakeEngine } from './FakeEngine';

const words = { title: 'The clock', series: 'Clocks · 1', next: 'The other clock', poster: null, pageId: 't1' };

/** The whole player over an engine that plays nothing. */
export async function renderPlayer(answer: () => Promise<PlaybackAnswer>, language: 'en' | 'ar' = 'en') {
  await i18next.use(initReactI18next).init({
    lng: language, resources: { en: { player: english, ui: {} }, ar: { player: arabic, ui: {} } }, interpolation: { escapeValue: false, defaultVariables: { app: 'Streamix' } },
  });
  const engine = new FakeEngine();
  const start = vi.fn<(wish: StartWish, key: string) => Promise<PlaybackAnswer>>(answer);
  const beat = vi.fn<(id: string, told: Heartbeat, keepalive: boolean) => Promise<HeartbeatAnswer>>(() => Promise.resolve(heard()));
  const preferences = new PreferenceStore(localStorage);
  const goTo = vi.fn();
  const controller = new PlayerController({
    api: { start, beat, renew: vi.fn() }, titleId: 't1', device: { id: 'd', name: 'Test', security: 'software', outputProtection: 'none' },
    engine: () => Promise.resolve(engine), preferences, storage: localStorage, from: 'ask', goTo,
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, enabled: false } } });
  queries.setQueryData(['profiles'], []);
  const view = render(
    <QueryClientProvider client={queries}>
      <MemoryRouter initialEntries={['/watch/t1']}>
        <PlayerProvider controller={controller} preferences={preferences}><Player titleId="t1" words={words} video={createRef()} /></PlayerProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  await act(() => controller.start());
  return { ...view, engine, controller, preferences, start, beat, goTo, user: userEvent.setup() };
}
