import { Icon, IconButton } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { suggestionsQuery } from './queries';
import { longestText } from './state';
import styles from './SuggestBox.module.css';
import { SuggestionLine } from './SuggestionLine';
import { suggestionsOf, type Suggestion } from './suggestions';
import { useCombo } from './useCombo';
import { useDebounced } from './useDebounced';

interface Props {
  text: string;
  recent: readonly string[];
  onText: (text: string) => void;
  onSubmit: (text: string) => void;
  onChoose: (suggestion: Suggestion) => void;
}

export const suggestAfter = 160;

/** The field one searches by, with what it finds as one types. */
export function SuggestBox({ text, recent, onText, onSubmit, onChoose }: Props) {
  const { t, i18n } = useTranslation('catalogue');
  const id = useId();
  const settled = useDebounced(text.trim(), suggestAfter);
  const { data } = useQuery(suggestionsQuery(i18n.language, settled));
  const suggestions = suggestionsOf(text, recent, data);
  const choose = (suggestion: Suggestion | undefined) => {
    combo.close();
    if (suggestion) onChoose(suggestion);
  };
  const combo = useCombo({ ids: suggestions.map(({ id }) => id), onChoose: index => choose(suggestions[index]), onSubmit: () => onSubmit(text) });
  const lineId = (index: number) => `${id}-${index}`;
  return (
    <div className={styles.box} role="search">
      <div className={styles.field}>
        <Icon name="search" />
        <input
          className={styles.input}
          type="search"
          role="combobox"
          aria-label={t('search.label')}
          aria-autocomplete="list"
          aria-expanded={combo.isShown}
          aria-controls={`${id}-list`}
          aria-activedescendant={combo.active >= 0 ? lineId(combo.active) : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          dir="auto"
          maxLength={longestText}
          placeholder={t('search.placeholder')}
          value={text}
          onChange={event => { onText(event.target.value); combo.open(); }}
          onClick={combo.open}
          onBlur={combo.close}
          onKeyDown={combo.onKeyDown}
        />
        {text !== '' && <IconButton label={t('search.empty')} icon="close" hasTooltip={false} onPress={() => { onText(''); onSubmit(''); }} />}
      </div>
      <ul className={styles.list} id={`${id}-list`} role="listbox" aria-label={t('search.suggestions')} hidden={!combo.isShown}>
        {suggestions.map((suggestion, index) => (
          <SuggestionLine key={suggestion.id} id={lineId(index)} suggestion={suggestion} isActive={index === combo.active} onChoose={() => choose(suggestion)} />
        ))}
      </ul>
    </div>
  );
}
