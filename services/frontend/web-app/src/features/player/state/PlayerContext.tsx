import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import type { PlayerPreferences, PreferenceStore } from '../preferences/preferences';
import { Notices } from './Notices';
import type { PlayerController } from './PlayerController';
import type { PlayerState } from './PlayerState';
import { Store } from './store';

export interface Surface {
  readonly panel: 'none' | 'settings' | 'help';
  readonly stats: boolean;
  readonly fullscreen: boolean;
}

interface Surroundings {
  readonly controller: PlayerController;
  readonly preferences: PreferenceStore;
  readonly surface: Store<Surface>;
  readonly notices: Notices;
}

const Context = createContext<Surroundings | null>(null);

interface ProviderProps {
  controller: PlayerController;
  preferences: PreferenceStore;
  children: ReactNode;
}

export function PlayerProvider({ controller, preferences, children }: ProviderProps) {
  const value = useMemo(() => ({
    controller, preferences, surface: new Store<Surface>({ panel: 'none', stats: false, fullscreen: false }), notices: new Notices(),
  }), [controller, preferences]);
  return <Context value={value}>{children}</Context>;
}

export function useSurroundings(): Surroundings {
  const value = useContext(Context);
  if (!value) throw new Error('There is no player around.');
  return value;
}

/** A part of the state; what is selected has to be a member of it, or plain. */
export function usePlayer<T>(select: (state: PlayerState) => T): T {
  const { store } = useSurroundings().controller;
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

export function useCommands() {
  return useSurroundings().controller.commands;
}

export function usePreferences(): PlayerPreferences {
  const { preferences } = useSurroundings();
  return useSyncExternalStore(preferences.subscribe, preferences.get);
}

export function useSurface<T>(select: (surface: Surface) => T): T {
  const { surface } = useSurroundings();
  return useSyncExternalStore(surface.subscribe, () => select(surface.get()));
}
