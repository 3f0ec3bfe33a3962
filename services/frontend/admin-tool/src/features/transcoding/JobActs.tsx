import { Button, ConfirmDialog, Select, TextField, toast } from '@streamix/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act, actsOf, isOver, prioritise, type Act, type JobSummary } from './queries';

const priorities = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** What an administrator can do about a job, each act with a reason for the audit log. */
export function JobActs({ job }: { job: JobSummary }) {
  const { t } = useTranslation('transcoding');
  const client = useQueryClient();
  const [asked, setAsked] = useState<Act | null>(null);
  const [reason, setReason] = useState('');

  const done = async (deed: Promise<void>) => {
    try {
      await deed;
    } catch (error) {
      toast(t('actFailed'), { kind: 'danger' });
      throw error;
    } finally {
      await client.invalidateQueries({ queryKey: ['transcoding'] });
    }
  };

  return (
    <>
      {!isOver(job.state) && (
        <Select
          label={t('priority')} isLabelHidden value={priorities[job.priority] ?? '5'} options={priorities.map(id => ({ id, label: t('priorityIs', { priority: id }) }))}
          onChange={priority => { done(prioritise(job.id, Number(priority))).catch(() => {}); }}
        />
      )}
      {actsOf(job.state).map(what => (
        <Button key={what} variant={what === 'cancel' ? 'danger' : 'secondary'} onPress={() => { setReason(''); setAsked(what); }}>{t(`acts.${what}`)}</Button>
      ))}
      <ConfirmDialog
        title={asked ? t(`acts.${asked}`) : ''} confirmLabel={asked ? t(`acts.${asked}`) : ''} cancelLabel={t('leaveIt')} danger={asked === 'cancel'} isOpen={asked !== null} onOpenChange={isOpen => { if (!isOpen) setAsked(null); }}
        body={<TextField label={t('why')} value={reason} onChange={setReason} maxLength={500} description={t('whyHint')} />}
        onConfirm={() => asked && done(act(job.id, asked, reason.trim() || null))}
      />
    </>
  );
}
