import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isOver, jobQuery, type JobProgress } from './queries';

/** The progress of a job as it goes on, null when it does not, by server-sent events; the browser connects again by itself when the line breaks. */
export function useJobProgress(id: string, isMoving: boolean): JobProgress | null {
  const client = useQueryClient();
  const [progress, setProgress] = useState<JobProgress | null>(null);
  useEffect(() => {
    if (!isMoving) return;
    const source = new EventSource(`/api/v1/transcoding/jobs/${encodeURIComponent(id)}/progress`);
    source.addEventListener('progress', event => {
      const now: JobProgress = JSON.parse(event.data);
      setProgress(now);
      if (!isOver(now.state)) return;
      source.close();
      void client.invalidateQueries({ queryKey: jobQuery(id).queryKey });
    });
    return () => {
      source.close();
      setProgress(null);
    };
  }, [id, isMoving, client]);
  return progress;
}
