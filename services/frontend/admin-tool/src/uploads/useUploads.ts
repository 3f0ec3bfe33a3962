import { useSyncExternalStore } from 'react';
import { openUploads } from './uploads';

export function useUploads() {
  const queue = openUploads();
  return { queue, uploads: useSyncExternalStore(queue.subscribe, queue.snapshot) };
}
