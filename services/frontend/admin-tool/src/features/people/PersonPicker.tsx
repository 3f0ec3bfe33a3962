import { itemsOf } from '@streamix/api';
import { Button, ComboBox, Icon } from '@streamix/ui';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from '../titles/useTyped';
import { NewPersonDialog } from './NewPersonDialog';
import styles from './People.module.css';
import { peopleQuery, type PersonFile } from './people';

/** Finds somebody as one types their name, or adds them. */
export function PersonPicker({ onPick, error }: { onPick: (person: PersonFile) => void; error?: string | undefined }) {
  const { t } = useTranslation('people');
  const [sought, setSought] = useState('');
  const [text, setText] = useTyped(sought, setSought);
  const [isAdding, setAdding] = useState(false);
  const found = useInfiniteQuery({ ...peopleQuery(sought, 20), placeholderData: keepPreviousData });
  const items = itemsOf(found.data).map(person => ({ id: person.id, label: person.content.name, detail: person.content.bornOn?.slice(0, 4), person }));
  const pick = (person: PersonFile) => {
    setText(person.content.name);
    onPick(person);
  };
  return (
    <div className={styles.picker}>
      <ComboBox label={t('person')} items={items} inputValue={text} onInputChange={setText} onSelect={({ person }) => pick(person)} isLoading={found.isFetching} error={error} placeholder={t('search')} />
      <Button icon={<Icon name="plus" />} onPress={() => setAdding(true)}>{t('newPerson')}</Button>
      {isAdding && <NewPersonDialog initialName={text.trim()} onClose={() => setAdding(false)} onCreated={pick} />}
    </div>
  );
}
