import { Button, Card, Icon, Select, TextField } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFile } from '../../people/people';
import { PersonPicker } from '../../people/PersonPicker';
import styles from './Cast.module.css';

/** Who else: found or made, what they did, whom they played. */
export function NewCredit({ departments, onAdd }: { departments: readonly string[]; onAdd: (person: PersonFile, department: string, character: string) => void }) {
  const { t } = useTranslation('titles');
  const [person, setPerson] = useState<PersonFile>();
  const [department, setDepartment] = useState('cast');
  const [character, setCharacter] = useState('');
  const [round, setRound] = useState(0);
  const [isTold, setTold] = useState(false);

  const add = () => {
    setTold(!person);
    if (!person) return;
    onAdd(person, department, department === 'cast' ? character : '');
    setPerson(undefined);
    setCharacter('');
    setRound(round + 1);
  };

  return (
    <Card as="section" title={t('cast.add')}>
      <div className={styles.add}>
        <PersonPicker key={round} onPick={setPerson} error={isTold && !person ? t('cast.choosePerson') : undefined} />
        <Select label={t('cast.department')} value={department} options={departments.map(id => ({ id, label: t(`departments.${id}`) }))} onChange={setDepartment} />
        {department === 'cast' && <TextField label={t('cast.character')} value={character} onChange={setCharacter} />}
        <div><Button icon={<Icon name="plus" />} onPress={add}>{t('cast.addThem')}</Button></div>
      </div>
    </Card>
  );
}
