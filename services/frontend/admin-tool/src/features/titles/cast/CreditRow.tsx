import { IconButton, Select, TextField } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { personQuery } from '../../people/people';
import styles from './Cast.module.css';
import type { CreditDraft } from './credits';

interface CreditRowProps {
  credit: CreditDraft; index: number; count: number; departments: readonly string[];
  errorOf: (name: string) => string | undefined;
  onChange: (part: Partial<CreditDraft>, field: string) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** One who took part; moved by its arrows, or by Alt with the arrow keys. */
export function CreditRow({ credit, index, count, departments, errorOf, onChange, onMove, onRemove }: CreditRowProps) {
  const { t } = useTranslation('titles');
  const person = useQuery(personQuery(credit.personId)).data?.file;
  const name = person?.content.name ?? '…';
  const place = `credits[${index}]`;
  /** Alt with an arrow moves the row from any of its fields. */
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? index - 1 : index + 1);
  };
  return (
    <li className={styles.row} onKeyDownCapture={keys}>
      <span className={styles.place} aria-hidden="true">{index + 1}</span>
      <Link className={styles.name} to={`/people/${credit.personId}`}><bdi>{name}</bdi></Link>
      <Select label={t('cast.department')} value={credit.department} options={departments.map(id => ({ id, label: t(`departments.${id}`) }))} error={errorOf(`${place}.department`)}
        onChange={department => onChange({ department }, 'department')} />
      {credit.department === 'cast'
        ? <TextField label={t('cast.character')} value={credit.character} error={errorOf(`${place}.character`)} onChange={character => onChange({ character }, 'character')} />
        : <span />}
      <span className={styles.actions}>
        <IconButton icon="chevron-up" label={t('cast.up', { name })} isDisabled={index === 0} onPress={() => onMove(index - 1)} />
        <IconButton icon="chevron-down" label={t('cast.down', { name })} isDisabled={index === count - 1} onPress={() => onMove(index + 1)} />
        <IconButton icon="trash" label={t('removeEntry', { name })} onPress={onRemove} />
      </span>
    </li>
  );
}
