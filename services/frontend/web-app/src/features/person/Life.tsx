import { useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { pictureOf } from '../catalogue/artwork';
import type { PersonData } from '../catalogue/model';
import { Poster } from '../catalogue/Poster';
import styles from './Life.module.css';

export function Life({ person }: { person: PersonData }) {
  const { t, i18n } = useTranslation('catalogue');
  const format = useFormat();
  const day = (date: string) => format.date(date, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <header className={styles.life}>
      <div className={styles.portrait}>
        <Poster picture={pictureOf(person.artwork, ['portrait'], i18n.language)} name={person.name} shape="portrait" sizes="(min-width: 40rem) 16rem, 40vw" first />
      </div>
      <div className={styles.words}>
        <p className={styles.name} dir="auto" aria-hidden="true">{person.name}</p>
        <ul className={styles.facts}>
          {person.bornOn !== null && <li>{t('person.born', { date: day(person.bornOn) })}</li>}
          {person.diedOn !== null && <li>{t('person.died', { date: day(person.diedOn) })}</li>}
          {person.birthPlace && <li dir="auto">{person.birthPlace}</li>}
        </ul>
        {person.biography
          ? <p className={styles.biography} lang={person.biography.language} dir="auto">{person.biography.text}</p>
          : <p className={styles.nothing}>{t('person.noBiography')}</p>}
      </div>
    </header>
  );
}
