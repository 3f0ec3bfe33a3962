import { Badge, Button, Card, useFormat } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '../titles/catalog';
import { badgeOf } from '../titles/kinds';
import { Checklist } from './Checklist';
import { MoveDialog } from './MoveDialog';
import { actionsOf, checklist, type Action } from './moves';
import { Moves } from './Moves';
import { Preview } from './Preview';
import styles from './Publish.module.css';
import { useAbove } from './useAbove';

/** Where the title stands, what it lacks, what viewers will see, and the way there. */
export function PublishTab({ title }: { title: Versioned }) {
  const { t } = useTranslation('titles');
  const format = useFormat();
  const [action, setAction] = useState<Action>();
  const { file } = title;
  const { above, isKnown } = useAbove(file);
  const checks = checklist(file, above);
  const isComplete = isKnown && checks.every(check => check.isThere);
  const actions = actionsOf(file);
  const opens = (one: Action) => one === 'publish' || one === 'schedule';

  return (
    <div className={styles.tab}>
      <Card as="section" title={t('publish.state')} actions={actions.map(one => (
        <Button
          key={one} variant={one === 'publish' ? 'primary' : one === 'withdraw' ? 'danger' : 'secondary'} isDisabled={opens(one) && !isComplete} onPress={() => setAction(one)}
        >
          {t(one === 'schedule' && file.state === 'scheduled' ? 'publish.reschedule' : `publish.actions.${one}`)}
        </Button>
      ))}>
        <p className={styles.state}>
          <Badge kind={badgeOf(file.state)}>{t(`states.${file.state}`)}</Badge>
          <span>{t(`publish.meanings.${file.state}`)}</span>
          {file.publishAt && <strong>{t('publish.opensAt', { at: format.dateTime(file.publishAt) })}</strong>}
          {file.publishedAt && <span>{t('publish.openSince', { at: format.dateTime(file.publishedAt) })}</span>}
        </p>
        <Checklist checks={checks} isKnown={isKnown} />
      </Card>
      <Preview file={file} above={above} />
      <Moves id={file.id} />
      {action && <MoveDialog key={action} title={title} action={action} onClose={() => setAction(undefined)} />}
    </div>
  );
}
