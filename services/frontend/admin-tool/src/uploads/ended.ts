import { pause, pauseAfter } from './patience';
import { retrying, type Patience } from './retrying';
import type { Upload, UploadService } from './service';

/** The upload once the service has done with it: completed, or not. */
export async function ended(service: Pick<UploadService, 'read'>, id: string, signal: AbortSignal, patience: Patience): Promise<Upload> {
  for (let attempt = 0; ; attempt++) {
    const upload = await retrying(() => service.read(id), signal, patience);
    if (upload.state !== 'completing') return upload;
    await pause(pauseAfter(attempt, patience.random), signal);
  }
}
