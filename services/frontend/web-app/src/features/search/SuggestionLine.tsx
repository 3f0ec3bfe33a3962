import { Icon } from '@streamix/ui';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Pieces } from '../catalogue/Pieces';
import styles from './SuggestBox.module.css';
import type { Suggestion } from './suggestions';

interface Props {
  id: string;
  suggestion: Suggestion;
  isActive: boolean;
  onChoose: () => void;
}

const icons = { recent: 'history', title: 'film', person: 'user' } as const;

export function SuggestionLine({ id, suggestion, isActive, onChoose }: Props) {
  const { t } = useTranslation('catalogue');
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  const kind = suggestion.kind === 'title' ? t(`kind.${suggestion.detail ?? 'movie'}`) : t(`search.${suggestion.kind}`);
  return (
    // Pressing must not take the focus out of the field, which would close the list before the click.
    <li ref={line} id={id} role="option" aria-selected={isActive} className={styles.option} onPointerDown={event => event.preventDefault()} onMouseDown={event => event.preventDefault()} onClick={onChoose}>
      <Icon name={icons[suggestion.kind]} size="small" />
      <span className={styles.name} dir="auto">{suggestion.pieces ? <Pieces pieces={suggestion.pieces} /> : suggestion.name}</span>
      <span className={styles.kind}>{kind}</span>
    </li>
  );
}
